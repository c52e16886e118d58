import { describe, expect, test } from 'vitest';
import { alice, mallory, publicUrl, testApp } from '../testing/test-app.ts';

const app = await testApp();
const hour = 3_600_000;

describe('a session', () => {
  test('is given to a browser as a __Host- cookie that no script and no other site can reach', async () => {
    const browser = app.browser();
    const { flow } = await browser.ok('POST /v1/sign-up', { body: { email: 'cookie@example.com', password: 'a password of some length' } });
    const { response, body } = await browser.call('POST /v1/sign-up/verify', { body: { flow, code: await app.latestCode('cookie@example.com') } });
    const cookie = [response.headers['set-cookie']].flat().find((text) => text?.startsWith('__Host-warder_session='));
    expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(body).toMatchObject({ status: 'signed_in', accessToken: null });
  });

  test('ends after an hour without use, and says so', async () => {
    const browser = await app.signUp('idle@example.com');
    app.clock.advance(hour - 5_000);
    await browser.ok('GET /v1/session');
    app.clock.advance(hour + 1_000);
    expect(await browser.refused('GET /v1/session')).toMatchObject({ code: 'session-ended', reason: 'inactivity' });
  });

  test('ends a day after its sign-in, however much it is used', async () => {
    const browser = await app.signUp('busy@example.com');
    for (let used = 0; used < 47; used += 1) {
      app.clock.advance(hour / 2);
      await browser.ok('GET /v1/session');
    }
    app.clock.advance(hour / 2);
    expect(await browser.refused('GET /v1/session')).toMatchObject({ code: 'session-ended', reason: 'lifetime' });
  });

  test('is refused at once after it was ended, with the reason, and never comes back', async () => {
    const owner = await app.signUp(alice);
    const other = await app.signIn(alice);
    const { session } = await other.ok('GET /v1/session');
    const { endedSessions, remainingSessions } = await owner.ok('DELETE /v1/sessions/:sessionId', { params: { sessionId: session.id } });
    expect({ endedSessions, remainingSessions }).toEqual({ endedSessions: [{ id: session.id, deviceId: session.deviceId }], remainingSessions: 1 });
    expect(await other.refused('GET /v1/session')).toMatchObject({ status: 401, code: 'session-ended', reason: 'forced_offline' });
    expect(await other.refused('DELETE /v1/session')).toMatchObject({ code: 'session-ended' });
  });

  test('of somebody else is not found, exactly as one of nobody', async () => {
    const owner = await app.signUp('owner@example.com');
    const stranger = await app.signUp(mallory);
    const { session } = await owner.ok('GET /v1/session');
    const ofOther = await stranger.refused('DELETE /v1/sessions/:sessionId', { params: { sessionId: session.id } });
    const ofNobody = await stranger.refused('DELETE /v1/sessions/:sessionId', { params: { sessionId: 'ses_00000000000000000000000000' } });
    expect({ ...ofOther, requestId: '' }).toEqual({ ...ofNobody, requestId: '' });
    await owner.ok('GET /v1/session');
  });

  test('keeps only the hash of its token', async () => {
    const browser = await app.signUp('hash@example.com');
    const token = browser.cookies.get('__Host-warder_session') ?? '';
    expect(token).toHaveLength(64);
    const { rows } = await app.ground.db.executeQuery<{ found: number }>({
      sql: 'select count(*)::int as found from sessions where sessions::text like $1',
      parameters: [`%${token}%`],
    } as never);
    expect(rows).toEqual([{ found: 0 }]);
  });

  test('given as a cookie is not accepted as a bearer token', async () => {
    const browser = await app.signUp('bearer@example.com');
    const token = browser.cookies.get('__Host-warder_session') ?? '';
    const { body } = await app.browser().call('GET /v1/session', { headers: { authorization: `Bearer ${token}` } });
    expect(body).toMatchObject({ code: 'not-signed-in' });
  });
});

describe('an unsafe request with a cookie', () => {
  test('needs the token of its page', async () => {
    const browser = await app.signUp('csrf@example.com');
    for (const token of ['', 'AAAA', 'x'.repeat(43)]) {
      expect(await browser.refused('POST /v1/account/review', { headers: { 'x-csrf-token': token } })).toMatchObject({
        status: 403,
        code: 'csrf-token-invalid',
      });
    }
  });

  test('is refused when another session made its token', async () => {
    const owner = await app.signUp('mine@example.com');
    const stranger = await app.signUp('theirs@example.com');
    expect(await owner.refused('POST /v1/account/review', { headers: { 'x-csrf-token': stranger.csrfToken ?? '' } })).toMatchObject({
      code: 'csrf-token-invalid',
    });
  });

  test.each([{ origin: 'https://evil.test' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])(
    'is refused when it comes from elsewhere: %o',
    async (headers) => {
      const body = { email: alice, password: 'whatever it may be' };
      expect(await app.browser().refused('POST /v1/sign-in', { body, headers: headers as Record<string, string> })).toMatchObject({
        code: 'cross-site-request',
      });
    },
  );

  test('passes from our own pages', async () => {
    const browser = await app.signUp('ours@example.com');
    await browser.ok('POST /v1/account/review', { headers: { origin: publicUrl, 'sec-fetch-site': 'same-origin' } });
  });
});

describe('logging out', () => {
  test('all others leaves this session alone and ends every other, also those that are just being made', async () => {
    const email = 'others@example.com';
    const owner = await app.signUp(email);
    const second = await app.signIn(email);
    const half = app.browser();
    const step = await half.ok('POST /v1/sign-in', { body: { email, password: 'correct horse battery 7' } });
    const code = await app.latestCode(email);
    const result = await owner.ok('POST /v1/sessions/log-out', { body: { scope: 'others' } });
    expect(result).toMatchObject({ remainingSessions: 1 });
    expect(await second.refused('GET /v1/session')).toMatchObject({ reason: 'logged_out_all' });
    expect(await half.refused('POST /v1/sign-in/email-code', { body: { flow: 'flow' in step ? step.flow : '', code } })).toMatchObject({
      code: 'flow-ended',
    });
    await owner.ok('GET /v1/session');
  });

  test('all ends this session too, and every device must show all proofs next time', async () => {
    const email = 'all@example.com';
    const owner = await app.signUp(email);
    await owner.ok('POST /v1/sessions/log-out', { body: { scope: 'all' } });
    expect(await owner.refused('GET /v1/session')).toMatchObject({ reason: 'logged_out_all' });
    const step = await owner.ok('POST /v1/sign-in', { body: { email, password: 'correct horse battery 7' } });
    expect(step.status).toBe('email_code');
  });

  test('without forgetting the devices lets a known one back in with the password alone', async () => {
    const email = 'remember@example.com';
    const owner = await app.signUp(email);
    await owner.ok('POST /v1/sessions/log-out', { body: { scope: 'all', forgetDevices: false } });
    expect((await owner.ok('POST /v1/sign-in', { body: { email, password: 'correct horse battery 7' } })).status).toBe('signed_in');
  });

  test('here clears the cookie, and no error answer ever does', async () => {
    const browser = await app.signUp('out@example.com');
    const { response } = await browser.call('DELETE /v1/session');
    expect(String(response.headers['set-cookie'])).toContain('__Host-warder_session=;');
    const refused = await browser.raw({ method: 'GET', url: '/v1/session', headers: { cookie: `__Host-warder_session=${'a'.repeat(64)}` } });
    expect(refused.statusCode).toBe(401);
    expect(refused.headers['set-cookie']).toBeUndefined();
  });
});

test('a session that was ended while its request was on the way changes nothing', async () => {
  const email = 'late@example.com';
  const owner = await app.signUp(email);
  const intruder = await app.signIn(email);
  const { session } = await intruder.ok('GET /v1/session');
  const results = await Promise.all([
    owner.call('DELETE /v1/devices/:deviceId', { params: { deviceId: session.deviceId } }),
    ...Array.from({ length: 8 }, () => intruder.call('POST /v1/sessions/log-out', { body: { scope: 'others' } })),
  ]);
  const [owners] = results;
  if (owners?.status === 200) expect(await intruder.refused('GET /v1/session')).toMatchObject({ code: 'session-ended' });
  else expect(owners?.body).toMatchObject({ code: 'session-ended' });
});
