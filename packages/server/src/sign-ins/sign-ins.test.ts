import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { places } from '../testing/browser.ts';
import { alice, password, testApp } from '../testing/test-app.ts';

const app = await testApp();
const minute = 60_000;

const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });

async function bindApp(browser: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  await browser.ok('POST /v1/session/step-up', { body: { method: 'password', password } });
  const { secret } = await browser.ok('POST /v1/account/authenticator-app');
  const { recoveryCodes } = await browser.ok('POST /v1/account/authenticator-app/confirmation', { body: { code: codeOf(secret) } });
  app.clock.advance(minute);
  return { secret, recoveryCodes };
}

describe('signing in', () => {
  test('asks a known device for the password alone, and a new one for a code by e-mail too', async () => {
    const known = await app.signUp(alice);
    expect((await known.ok('POST /v1/sign-in', { body: { email: alice, password } })).status).toBe('signed_in');
    expect(await app.browser().ok('POST /v1/sign-in', { body: { email: alice, password } })).toMatchObject({
      status: 'email_code',
      emailHint: 'a•••@example.com',
    });
  });

  test('accepts the address however it is written', async () => {
    expect((await app.browser().call('POST /v1/sign-in', { body: { email: '  ALICE@Example.COM ', password } })).status).toBe(200);
  });

  test('answers alike, but for the request id, whether or not the address has an account', async () => {
    const known = await app.browser({ ip: places.berlin }).call('POST /v1/sign-in', { body: { email: alice, password: 'not the password' } });
    const unknown = await app
      .browser({ ip: places.berlin })
      .call('POST /v1/sign-in', { body: { email: 'nobody@example.com', password: 'not the password' } });
    expect({ ...(known.body as object), requestId: '' }).toEqual({ ...(unknown.body as object), requestId: '' });
    expect(known.status).toBe(unknown.status);
    const plain = ({ 'x-ratelimit-remaining': _r, 'content-length': _l, date: _d, ...headers }: Record<string, unknown>) => headers;
    expect(plain(known.response.headers)).toEqual(plain(unknown.response.headers));
  });

  test('throttles known and unknown addresses alike, and says for how long', async () => {
    const attempts = async (email: string) => {
      const browser = app.browser({ ip: '198.51.100.7' });
      const statuses: number[] = [];
      for (let count = 0; count < 10; count += 1)
        statuses.push((await browser.call('POST /v1/sign-in', { body: { email, password: 'not the password' } })).status);
      const refused = await browser.refused('POST /v1/sign-in', { body: { email, password: 'not the password' } });
      return { statuses, code: refused.code, retryAfterSeconds: refused.retryAfterSeconds };
    };
    const known = await attempts(alice);
    expect(known).toEqual(await attempts('nobody2@example.com'));
    expect(known.code).toBe('too-many-attempts');
    expect(known.retryAfterSeconds).toBeGreaterThan(0);
  });

  test('never lets a stranger lock the holder out: not from the known device, not from a fresh network', async () => {
    const email = 'target@example.com';
    const holder = await app.signUp(email);
    for (let network = 0; network < 60; network += 1) {
      const stranger = app.browser({ ip: `198.18.${network}.1` });
      await stranger.call('POST /v1/sign-in', { body: { email, password: 'not the password' } });
    }
    expect((await holder.ok('POST /v1/sign-in', { body: { email, password } })).status).toBe('signed_in');
    expect((await app.browser({ ip: places.lagos }).call('POST /v1/sign-in', { body: { email, password } })).status).toBe(200);
  });

  test('keeps failed attempts for the holder to see, with place and program', async () => {
    const email = 'records@example.com';
    const holder = await app.signUp(email);
    await app
      .browser({ ip: places.lagos, agent: 'python-requests/2.32' })
      .call('POST /v1/sign-in', { body: { email, password: 'not the password' } });
    const { signIns } = await holder.ok('GET /v1/sign-ins', { query: { outcome: 'failed' } });
    expect(signIns).toHaveLength(1);
    expect(signIns[0]).toMatchObject({
      outcome: 'wrong_password',
      client: { name: 'python-requests' },
      origin: { country: 'NG' },
      agent: 'python-requests/2.32',
      deviceId: null,
    });
  });

  test.each([
    ['an array for the password', { email: alice, password: ['a'] }],
    ['an object for the address', { email: { $ne: '' }, password }],
    ['a field that nobody asked for', { email: alice, password, accountId: 'acc_1' }],
    ['no body', undefined],
    ['a password of a million letters', { email: alice, password: 'a'.repeat(20_000) }],
  ])('refuses %s with a clear error', async (_what, body) => {
    const refused = await app.browser().refused('POST /v1/sign-in', { body });
    expect(refused.code).toBe('invalid-request');
    expect(refused.errors?.length).toBeGreaterThan(0);
  });
});

test('guesses at e-mail codes are counted over all flows and networks: a thousand networks do not find a code', async () => {
  const email = 'botnet@example.com';
  await app.signUp(email);
  let judged = 0;
  for (let network = 0; network < 30; network += 1) {
    const browser = app.browser({ ip: `198.19.${network}.1` });
    const step = await browser.ok('POST /v1/sign-in', { body: { email, password } });
    for (let guess = 0; guess < 5; guess += 1) {
      const { code } = await browser.refused('POST /v1/sign-in/email-code', { body: { flow: 'flow' in step ? step.flow : '', code: '000000' } });
      if (code === 'wrong-code') judged += 1;
    }
  }
  expect(judged).toBeLessThanOrEqual(20 + 30 * 2);
});

describe('the second factor', () => {
  test('is asked for before the e-mail code, and makes the session AAL2', async () => {
    const email = 'factor@example.com';
    const holder = await app.signUp(email);
    const { secret } = await bindApp(holder);
    const browser = app.browser();
    const step = await browser.ok('POST /v1/sign-in', { body: { email, password } });
    expect(step).toMatchObject({ status: 'second_factor', methods: ['totp', 'recovery_code'] });
    const flow = 'flow' in step ? step.flow : '';
    expect(await browser.refused('POST /v1/sign-in/email-code', { body: { flow, code: '000000' } })).toMatchObject({ code: 'wrong-code' });
    const next = await browser.ok('POST /v1/sign-in/second-factor', { body: { flow, method: 'totp', code: codeOf(secret) } });
    expect(next.status).toBe('email_code');
    await browser.ok('POST /v1/sign-in/email-code', { body: { flow, code: await app.latestCode(email) } });
    expect((await browser.ok('GET /v1/session')).session).toMatchObject({ aal: 'aal2' });
  });

  test('code is accepted once', async () => {
    const email = 'once@example.com';
    const holder = await app.signUp(email);
    const { secret } = await bindApp(holder);
    const code = codeOf(secret);
    const flowOf = async () => {
      const step = await holder.ok('POST /v1/sign-in', { body: { email, password } });
      return 'flow' in step ? step.flow : '';
    };
    const first = await flowOf();
    const second = await flowOf();
    expect((await holder.ok('POST /v1/sign-in/second-factor', { body: { flow: first, method: 'totp', code } })).status).toBe('signed_in');
    expect(await holder.refused('POST /v1/sign-in/second-factor', { body: { flow: second, method: 'totp', code } })).toMatchObject({
      code: 'wrong-code',
    });
  });

  test('can be a recovery code, which works once and is counted', async () => {
    const email = 'recovery@example.com';
    const holder = await app.signUp(email);
    const { recoveryCodes } = await bindApp(holder);
    const use = async () => {
      const step = await holder.ok('POST /v1/sign-in', { body: { email, password } });
      return holder.call('POST /v1/sign-in/second-factor', {
        body: { flow: 'flow' in step ? step.flow : '', method: 'recovery_code', code: recoveryCodes[0] },
      });
    };
    expect((await use()).status).toBe(200);
    expect((await use()).status).toBe(422);
    expect((await holder.ok('GET /v1/session')).account.recoveryCodesLeft).toBe(9);
  });

  test('ends the attempt after five wrong codes', async () => {
    const email = 'five@example.com';
    const holder = await app.signUp(email);
    await bindApp(holder);
    const step = await holder.ok('POST /v1/sign-in', { body: { email, password } });
    const body = { flow: 'flow' in step ? step.flow : '', method: 'totp', code: '000000' };
    for (let count = 0; count < 5; count += 1) expect((await holder.refused('POST /v1/sign-in/second-factor', { body })).code).toBe('wrong-code');
    expect((await holder.refused('POST /v1/sign-in/second-factor', { body })).code).toBe('flow-ended');
  });
});

describe('confirming that it is you', () => {
  test('replaces the token: the older copy is worth nothing', async () => {
    const browser = await app.signUp('rotate@example.com');
    const before = new Map(browser.cookies);
    await browser.ok('POST /v1/session/step-up', { body: { method: 'password', password } });
    await browser.ok('GET /v1/session');
    const copy = app.browser();
    for (const [name, value] of before) copy.cookies.set(name, value);
    expect((await copy.refused('GET /v1/session')).code).toBe('not-signed-in');
  });

  test('is asked for before a sensitive change, and is good for five minutes', async () => {
    const browser = await app.signUp('stepup@example.com');
    app.clock.advance(6 * minute);
    expect(await browser.refused('PUT /v1/account/anti-phishing-code', { body: { code: 'harbour' } })).toMatchObject({
      status: 401,
      code: 'step-up-required',
      methods: ['password'],
    });
    await browser.ok('POST /v1/session/step-up', { body: { method: 'password', password } });
    await browser.ok('PUT /v1/account/anti-phishing-code', { body: { code: 'harbour' } });
    app.clock.advance(5 * minute);
    expect((await browser.refused('PUT /v1/account/anti-phishing-code', { body: { code: 'lighthouse' } })).code).toBe('step-up-required');
  });

  test('asks for the authenticator app once there is one, and takes nothing less', async () => {
    const browser = await app.signUp('strongest@example.com');
    const { secret } = await bindApp(browser);
    expect(await browser.refused('POST /v1/session/step-up', { body: { method: 'password', password } })).toMatchObject({
      code: 'step-up-required',
      methods: ['totp', 'recovery_code'],
    });
    await browser.ok('POST /v1/session/step-up', { body: { method: 'totp', code: codeOf(secret) } });
    expect((await browser.ok('GET /v1/session')).session.aal).toBe('aal2');
  });

  test('counts wrong passwords against the session that guesses', async () => {
    const browser = await app.signUp('guesser@example.com');
    const codes: string[] = [];
    for (let count = 0; count < 12; count += 1)
      codes.push((await browser.refused('POST /v1/session/step-up', { body: { method: 'password', password: 'not the password' } })).code);
    expect(codes.slice(0, 10).every((code) => code === 'wrong-credentials')).toBe(true);
    expect(codes.at(-1)).toBe('too-many-attempts');
  });
});

describe('sign-in records', () => {
  test('are paged without loss or repetition, newest first', async () => {
    const email = 'pages@example.com';
    const holder = await app.signUp(email);
    for (let count = 0; count < 7; count += 1) await holder.call('POST /v1/sign-in', { body: { email, password } });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { signIns: { id: string }[]; nextCursor: string | null } = await holder.ok('GET /v1/sign-ins', {
        query: { limit: '3', ...(cursor && { cursor }) },
      });
      seen.push(...page.signIns.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  test.each(['nonsense', Buffer.from('2026-99-99T00:00:00.000000Z sin_00000000000000000000000000').toString('base64url'), '%00'])(
    'refuse the cursor %s',
    async (cursor) => {
      const holder = await app.signUp(`cursor${cursor.length}@example.com`);
      expect((await holder.refused('GET /v1/sign-ins', { query: { cursor } })).code).toBe('invalid-request');
    },
  );
});
