import { allowInsecureRequests, ClientSecretBasic, Configuration, customFetch, tokenIntrospection } from 'openid-client';
import { beforeAll, expect, test } from 'vitest';
import { password, publicUrl, testApp } from '../testing/test-app.ts';
import { createHostClient, revokeHostClient } from './index.ts';

const app = await testApp();
let host: { id: string; secret: string };
beforeAll(async () => {
  host = await createHostClient(app.ground.db, app.ground.random, 'Example exchange', app.clock.now());
});

/** A client library that nobody here wrote, in front of the real app. */
function configurationOf({ id, secret }: { id: string; secret: string }): Configuration {
  const configuration = new Configuration(
    { issuer: publicUrl, introspection_endpoint: `${publicUrl}/oauth/introspect` },
    id,
    {},
    ClientSecretBasic(secret),
  );
  allowInsecureRequests(configuration);
  configuration[customFetch] = async (url, { method, headers, body }) => {
    const payload = body ? { payload: String(body) } : {};
    const response = await app.app.inject({
      method: method as 'POST',
      url: new URL(url).pathname,
      headers: headers as Record<string, string>,
      ...payload,
    });
    return new Response(response.body, { status: response.statusCode, headers: response.headers as Record<string, string> });
  };
  return configuration;
}

async function bearer(email: string): Promise<string> {
  const browser = app.browser();
  const { flow } = await browser.ok('POST /v1/sign-up', { body: { email, password } });
  const step = await browser.ok('POST /v1/sign-up/verify', { body: { flow, code: await app.latestCode(email), delivery: 'bearer' } });
  return step.status === 'signed_in' ? (step.accessToken ?? '') : '';
}

test('a host learns whose session it is, how it was proven, and until when it is good', async () => {
  const token = await bearer('host@example.com');
  const answer = await tokenIntrospection(configurationOf(host), token);
  expect(answer).toMatchObject({ active: true, token_type: 'Bearer', iss: publicUrl, acr: 'aal1', amr: ['pwd'] });
  expect(answer.exp).toBe(Math.floor(app.clock.now().getTime() / 1000) + 3_600);
});

test('a host is told no from the moment on at which the session was ended', async () => {
  const token = await bearer('ended@example.com');
  await app.browser().ok('DELETE /v1/session', { headers: { authorization: `Bearer ${token}` } });
  expect(await tokenIntrospection(configurationOf(host), token)).toEqual({ active: false });
});

test.each(['', 'a'.repeat(64), '🔑', "' or 1=1 --"])('a token that nobody was given is simply not active: %j', async (token) => {
  const payload = new URLSearchParams({ token }).toString();
  const authorization = `Basic ${Buffer.from(`${host.id}:${host.secret}`).toString('base64')}`;
  const response = await app.app.inject({
    method: 'POST',
    url: '/oauth/introspect',
    payload,
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
  });
  if (token === '') expect(response.statusCode).toBe(400);
  else expect(response.json()).toEqual({ active: false });
});

test('nobody asks without a good credential', async () => {
  const token = await bearer('asked@example.com');
  await expect(tokenIntrospection(configurationOf({ ...host, secret: 'wrong' }), token)).rejects.toMatchObject({ status: 401 });
  await expect(tokenIntrospection(configurationOf({ id: 'cli_nobody', secret: 'wrong' }), token)).rejects.toMatchObject({ status: 401 });
  const other = await createHostClient(app.ground.db, app.ground.random, 'Former host', app.clock.now());
  expect((await tokenIntrospection(configurationOf(other), token)).active).toBe(true);
  await revokeHostClient(app.ground.db, other.id, app.clock.now());
  await expect(tokenIntrospection(configurationOf(other), token)).rejects.toMatchObject({ status: 401 });
});

test("a holder's own token is no credential for asking", async () => {
  const token = await bearer('self@example.com');
  const response = await app.app.inject({
    method: 'POST',
    url: '/oauth/introspect',
    payload: { token },
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.statusCode).toBe(401);
  expect(response.headers['www-authenticate']).toContain('Basic');
});
