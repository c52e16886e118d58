import { describe, expect, test } from 'vitest';
import { agents, places } from '../testing/browser.ts';
import { password, publicUrl, testApp } from '../testing/test-app.ts';

const app = await testApp();
const newPassword = 'another good passphrase';

/** Every route of the contract that a session opens, as an attacker would try them. */
const signedInRoutes = [
  ['GET', '/v1/session'],
  ['DELETE', '/v1/session'],
  ['POST', '/v1/session/step-up'],
  ['GET', '/v1/sessions'],
  ['DELETE', '/v1/sessions/ses_00000000000000000000000000'],
  ['POST', '/v1/sessions/log-out'],
  ['GET', '/v1/devices'],
  ['GET', '/v1/devices/dev_00000000000000000000000000'],
  ['PATCH', '/v1/devices/dev_00000000000000000000000000'],
  ['DELETE', '/v1/devices/dev_00000000000000000000000000'],
  ['POST', '/v1/devices/dev_00000000000000000000000000/confirmation'],
  ['GET', '/v1/sign-ins'],
  ['PATCH', '/v1/account'],
  ['POST', '/v1/account/review'],
  ['PUT', '/v1/account/password'],
  ['PUT', '/v1/account/anti-phishing-code'],
  ['POST', '/v1/account/authenticator-app'],
  ['POST', '/v1/account/authenticator-app/confirmation'],
  ['DELETE', '/v1/account/authenticator-app'],
  ['POST', '/v1/account/recovery-codes'],
  ['GET', '/v1/events'],
  ['POST', '/oauth/introspect'],
] as const;

describe('nobody gets in', () => {
  test.each(signedInRoutes)('without a session: %s %s', async (method, url) => {
    const response = await app.browser().raw({ method, url });
    expect(response.statusCode).toBe(401);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  test('with what the first factor alone gave (GHSA-xg6x-h9c9-2m83)', async () => {
    const email = 'first@example.com';
    await app.signUp(email);
    const browser = app.browser();
    const { body, response } = await browser.call('POST /v1/sign-in', { body: { email, password } });
    const given = [JSON.stringify(body), JSON.stringify(response.headers)].join(' ').match(/[\w-]{20,}/g) ?? [];
    for (const text of given) {
      for (const [method, url] of signedInRoutes) {
        for (const headers of [
          { authorization: `Bearer ${text}` },
          { authorization: `Basic ${btoa(`${email}:${text}`)}` },
          { cookie: `__Host-warder_session=${text}` },
        ]) {
          expect((await browser.raw({ method, url, headers })).statusCode).toBe(401);
        }
      }
    }
  });

  test.each(['frozen', 'closed'] as const)(
    'into an account that is %s: not by password, code, recovery, cookie or introspection (CVE-2026-9798)',
    async (standing) => {
      const email = `${standing}@example.com`;
      const holder = await app.signUp(email);
      const half = await app.browser().ok('POST /v1/sign-in', { body: { email, password } });
      const code = await app.latestCode(email);
      const { flow } = await app.browser().ok('POST /v1/password-reset', { body: { email } });
      const resetCode = await app.latestCode(email);
      await app.ground.db.updateTable('accounts').set({ standing }).where('email', '=', email).execute();

      expect((await holder.refused('GET /v1/session')).code).toBe('session-ended');
      expect((await holder.refused('POST /v1/sign-in', { body: { email, password } })).code).toBe('wrong-credentials');
      expect(
        (await app.browser().refused('POST /v1/sign-in/email-code', { body: { flow: 'flow' in half ? half.flow : '', code } })).status,
      ).toBeGreaterThanOrEqual(400);
      expect((await app.browser().refused('POST /v1/password-reset/complete', { body: { flow, code: resetCode, newPassword } })).code).toBe(
        'wrong-code',
      );
    },
  );
});

describe('a stolen cookie', () => {
  const steal = async (email: string) => {
    const holder = await app.signUp(email);
    const thief = app.browser({ ip: places.lagos });
    for (const [name, value] of holder.cookies) thief.cookies.set(name, value);
    await thief.ok('GET /v1/session');
    return { holder, thief };
  };

  test('is refused on every route after a password reset (CVE-2026-40587)', async () => {
    const email = 'stolen@example.com';
    const { thief } = await steal(email);
    const { flow } = await app.browser().ok('POST /v1/password-reset', { body: { email } });
    await app.browser().ok('POST /v1/password-reset/complete', { body: { flow, code: await app.latestCode(email), newPassword } });
    for (const [method, url] of signedInRoutes) expect((await thief.raw({ method, url })).statusCode).toBe(401);
  });

  test('is refused on every route after its password was changed, with no optional field left out that would spare it (CVE-2026-22706)', async () => {
    const email = 'changed@example.com';
    const { holder, thief } = await steal(email);
    const other = await app.signIn(email);
    await other.ok('POST /v1/session/step-up', { body: { method: 'password', password } });
    await other.ok('PUT /v1/account/password', { body: { newPassword } });
    for (const browser of [holder, thief]) expect((await browser.refused('GET /v1/session')).code).toBe('session-ended');
  });

  test('does not let its thief bind an authenticator app, or change the password, without the password', async () => {
    const { thief } = await steal('bind@example.com');
    app.clock.advance(301_000);
    expect((await thief.refused('POST /v1/account/authenticator-app')).code).toBe('step-up-required');
    expect((await thief.refused('PUT /v1/account/password', { body: { newPassword } })).code).toBe('step-up-required');
  });
});

describe('the widest cut-off wins, in every order (GHSA-83c4-ffjp-mxp9)', () => {
  const cuts = {
    session: (holder: Awaited<ReturnType<typeof app.signUp>>, ids: { sessionId: string; deviceId: string }) =>
      holder.call('DELETE /v1/sessions/:sessionId', { params: { sessionId: ids.sessionId } }),
    device: (holder: Awaited<ReturnType<typeof app.signUp>>, ids: { sessionId: string; deviceId: string }) =>
      holder.call('DELETE /v1/devices/:deviceId', { params: { deviceId: ids.deviceId } }),
    others: (holder: Awaited<ReturnType<typeof app.signUp>>) => holder.call('POST /v1/sessions/log-out', { body: { scope: 'others' } }),
  };
  const orders = [
    ['session', 'device', 'others'],
    ['others', 'device', 'session'],
    ['device', 'others', 'session'],
    ['others', 'session', 'device'],
  ] as const;

  test.each(orders)('%s, %s, %s', async (...order) => {
    const email = `${order.join('-')}@example.com`;
    const holder = await app.signUp(email);
    const other = await app.signIn(email);
    const { session } = await other.ok('GET /v1/session');
    for (const cut of order) {
      expect((await cuts[cut](holder, { sessionId: session.id, deviceId: session.deviceId })).status).toBe(200);
      expect((await other.refused('GET /v1/session')).code).toBe('session-ended');
    }
    await holder.ok('GET /v1/session');
  });
});

test('a bulk log-out names every session that it ended (GHSA-7w3c-p9j8-mq3x)', async () => {
  const email = 'bulk@example.com';
  const holder = await app.signUp(email);
  for (let count = 0; count < 5; count += 1) await app.signIn(email, { ip: `198.18.${count}.1` });
  const { endedSessions } = await holder.ok('POST /v1/sessions/log-out', { body: { scope: 'others' } });
  expect(endedSessions).toHaveLength(5);
  const { account } = await holder.ok('GET /v1/session');
  const rows = await app.ground.db
    .selectFrom('security_event_details')
    .select('details')
    .where('account_id', '=', account.id as never)
    .execute();
  const named = rows.flatMap(({ details }) => (details as { event: { sessionIds?: string[] } }).event.sessionIds ?? []);
  expect(endedSessions.every(({ id }) => named.includes(id))).toBe(true);
});

describe('headers', () => {
  test('from a peer that is no configured proxy change neither budget, place nor list (CVE-2023-36456)', async () => {
    const email = 'forwarded@example.com';
    const holder = await app.signUp(email);
    const forged = {
      'x-forwarded-for': places.lagos,
      'x-real-ip': places.lagos,
      forwarded: `for=${places.lagos}`,
      'cf-connecting-ip': places.lagos,
      'true-client-ip': places.lagos,
    };
    await holder.call('POST /v1/sign-in', { body: { email, password }, headers: forged });
    const { devices } = await holder.ok('GET /v1/devices', { headers: forged });
    expect(devices.map(({ origin }) => origin.ip)).toEqual([places.home]);
    const statuses: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      const browser = app.browser({ ip: '198.51.100.9' });
      statuses.push(
        (
          await browser.call('POST /v1/sign-in', {
            body: { email: 'x@example.com', password: 'not the password' },
            headers: { 'x-forwarded-for': `198.18.${count}.1` },
          })
        ).status,
      );
    }
    expect(statuses).toContain(429);
  });

  test.each([
    ['a path', { url: '/v1/%zz' }],
    ['an Authorization', { url: '/v1/session', headers: { authorization: 'Bearer \u00ff'.repeat(500) } }],
    ['a Basic credential', { url: '/oauth/introspect', method: 'POST', headers: { authorization: 'Basic %%%' } }],
    ['a cookie', { url: '/v1/session', headers: { cookie: `__Host-warder_session=${'%'.repeat(3_000)}; =; ;;` } }],
    ['JSON', { url: '/v1/sign-in', method: 'POST', headers: { 'content-type': 'application/json' }, payload: '{"email":' }],
    [
      'JSON that reaches for prototypes',
      { url: '/v1/sign-in', method: 'POST', headers: { 'content-type': 'application/json' }, payload: '{"__proto__":{"a":1}}' },
    ],
    ['an encoding', { url: '/v1/sign-in', method: 'POST', headers: { 'content-type': 'text/plain' }, payload: 'x' }],
    ['a body of a megabyte', { url: '/v1/sign-in', method: 'POST', headers: { 'content-type': 'application/json' }, payload: 'x'.repeat(1_000_000) }],
    ['a query', { url: '/v1/devices?country[]=x&country=y&%00' }],
    ['a DPoP proof', { url: '/v1/sign-in', method: 'POST', headers: { dpop: 'a.b.c' }, payload: { email: 'a@example.com', password } }],
  ] as const)('and bodies that are malformed are a clear 4xx, never a 5xx: %s (CVE-2022-31093)', async (_what, options) => {
    const response = await app.browser().raw(options as never);
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.json()).toMatchObject({ code: expect.any(String), requestId: expect.any(String) });
  });
});

describe('an address', () => {
  test.each([
    ['an array', { email: ['victim@example.com', 'attacker@example.com'] }],
    ['an object', { email: { 0: 'victim@example.com' } }],
    ['two addresses', { email: 'victim@example.com,attacker@example.com' }],
    ['a line break', { email: 'victim@example.com\nattacker@example.com' }],
  ])('given to recovery as %s is refused, and no mail goes out (CVE-2023-7028)', async (_what, body) => {
    const before = app.mail.sent.length;
    expect((await app.browser().refused('POST /v1/password-reset', { body })).code).toBe('invalid-request');
    await app.drainJobs();
    expect(app.mail.sent.length).toBe(before);
  });

  test.each(['victim＠example.com', 'VICTIM@EXAMPLE.COM', ' victim@ｅxample.com '])(
    'has one form, however it is spelled: %s (GHSA-7rqj-j65f-68wh)',
    async (spelled) => {
      const email = 'victim@example.com';
      await app.signUp(email).catch(() => undefined);
      expect((await app.browser({ ip: `198.18.${spelled.length}.9` }).call('POST /v1/sign-in', { body: { email: spelled, password } })).status).toBe(
        200,
      );
      expect(await app.ground.db.selectFrom('accounts').select('id').where('email', '=', email).execute()).toHaveLength(1);
    },
  );
});

test('what a client says of itself is inert in every mail (CVE-2022-31127)', async () => {
  const email = 'inert@example.com';
  const holder = await app.signUp(email);
  const hostile = '<img src=x onerror=alert(1)> https://evil.test/login';
  await app.signIn(email, { agent: `Mozilla/5.0 ${hostile}`, ip: places.lagos });
  const [, device] = (await holder.ok('GET /v1/devices')).devices;
  await holder.ok('PATCH /v1/devices/:deviceId', { params: { deviceId: device?.id ?? '' }, body: { name: '<a href="https://evil.test">x</a>' } });
  await app.drainJobs();
  for (const { html, text, subject } of app.mail.sent.filter(({ to }) => to === email)) {
    expect(html).not.toMatch(/<img|onerror=|href="https:\/\/evil/);
    expect(`${text} ${subject}`).not.toMatch(/https?:\/\/(?!warder\.test)/);
  }
});

test('a revoked session stays revoked after everything was started again (CVE-2026-9802)', async () => {
  const email = 'restart@example.com';
  const holder = await app.signUp(email);
  const other = await app.signIn(email);
  const [, device] = (await holder.ok('GET /v1/devices')).devices;
  await holder.ok('DELETE /v1/devices/:deviceId', { params: { deviceId: device?.id ?? '' } });
  const again = await app.restart();
  try {
    const response = await again.app.inject({
      method: 'GET',
      url: '/v1/session',
      headers: { cookie: [...other.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'user-agent': agents.chrome },
    });
    expect(response.json()).toMatchObject({ code: 'session-ended', reason: 'forced_offline' });
  } finally {
    await again.stop();
  }
});

test('a page cannot be framed, and runs nothing that is not ours', async () => {
  const response = await app.browser().raw({ method: 'GET', url: '/', headers: { accept: 'text/html' } });
  expect(response.headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
  expect(response.headers['content-security-policy']).not.toContain('unsafe');
  expect(response.headers).toMatchObject({ 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' });
  expect(response.headers['strict-transport-security']).toContain('max-age=');
  expect(publicUrl.startsWith('https:')).toBe(true);
});
