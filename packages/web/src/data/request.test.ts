import { expect, test } from 'vitest';
import { toRequest } from './request.ts';

test('the path is filled in and escaped, and empty filters stay out of the query', () => {
  const { path } = toRequest(
    'GET /v1/devices/:deviceId',
    { params: { deviceId: 'dev/../x' }, query: { a: 'b c', none: undefined, empty: '' } },
    null,
  );
  expect(path).toBe('/v1/devices/dev%2F..%2Fx?a=b+c');
});

test('an unsafe request carries the CSRF token, a safe one does not', () => {
  expect(toRequest('DELETE /v1/session', {}, 'token').init.headers).toMatchObject({ 'x-csrf-token': 'token' });
  expect(toRequest('GET /v1/session', {}, 'token').init.headers).not.toHaveProperty('x-csrf-token');
});

test('a body is sent as JSON, and no body sends no content type', () => {
  expect(toRequest('POST /v1/sign-in', { body: { email: 'a@b.example' } }, null).init).toMatchObject({
    body: '{"email":"a@b.example"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(toRequest('POST /v1/account/review', {}, null).init.headers).not.toHaveProperty('content-type');
});
