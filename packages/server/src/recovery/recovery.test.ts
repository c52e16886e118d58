import { expect, test } from 'vitest';
import { alice, password, testApp } from '../testing/test-app.ts';

const app = await testApp();
const newPassword = 'another good passphrase';

test('asking for a new password answers alike for every address, and mails only where there is an account', async () => {
  await app.signUp(alice);
  const known = await app.browser().call('POST /v1/password-reset', { body: { email: alice } });
  const unknown = await app.browser().call('POST /v1/password-reset', { body: { email: 'nobody@example.com' } });
  expect([known.status, Object.keys(known.body)]).toEqual([unknown.status, Object.keys(unknown.body)]);
  await app.latestCode(alice);
  expect(app.mail.sent.some(({ to }) => to === 'nobody@example.com')).toBe(false);
});

test('a new password ends every session and half-finished sign-in, and each device must show all proofs', async () => {
  const email = 'reset@example.com';
  const holder = await app.signUp(email);
  const intruder = await app.signIn(email);
  const half = await app.browser().ok('POST /v1/sign-in', { body: { email, password } });
  const halfCode = await app.latestCode(email);
  app.clock.advance(1_000);
  const { flow } = await app.browser().ok('POST /v1/password-reset', { body: { email } });
  await app.browser().ok('POST /v1/password-reset/complete', { body: { flow, code: await app.latestCode(email), newPassword } });

  for (const browser of [holder, intruder]) expect(await browser.refused('GET /v1/session')).toMatchObject({ code: 'session-ended' });
  expect((await app.browser().refused('POST /v1/sign-in/email-code', { body: { flow: 'flow' in half ? half.flow : '', code: halfCode } })).code).toBe(
    'flow-ended',
  );
  expect((await holder.refused('POST /v1/sign-in', { body: { email, password } })).code).toBe('wrong-credentials');
  expect((await holder.ok('POST /v1/sign-in', { body: { email, password: newPassword } })).status).toBe('email_code');
});

test('a code sets a password once, and five wrong ones end it', async () => {
  const email = 'once@example.com';
  await app.signUp(email);
  const { flow } = await app.browser().ok('POST /v1/password-reset', { body: { email } });
  const code = await app.latestCode(email);
  const wrong = code === '000000' ? '000001' : '000000';
  for (let count = 0; count < 5; count += 1) {
    expect((await app.browser().refused('POST /v1/password-reset/complete', { body: { flow, code: wrong, newPassword } })).code).toBe('wrong-code');
  }
  expect((await app.browser().refused('POST /v1/password-reset/complete', { body: { flow, code, newPassword } })).code).toBe('wrong-code');
  expect((await app.browser().call('POST /v1/sign-in', { body: { email, password } })).status).toBe(200);
});

test('a flow of nobody is refused exactly as a wrong code is', async () => {
  const { flow } = await app.browser().ok('POST /v1/password-reset', { body: { email: 'nobody3@example.com' } });
  await app.drainJobs();
  expect((await app.browser().refused('POST /v1/password-reset/complete', { body: { flow, code: '123456', newPassword } })).code).toBe('wrong-code');
});

test('guesses at the codes of one account are counted over all of its flows and networks', async () => {
  const email = 'spread@example.com';
  await app.signUp(email);
  const codes: string[] = [];
  for (let count = 0; count < 8; count += 1) {
    const browser = app.browser({ ip: `198.18.${count}.1` });
    const { flow } = await browser.ok('POST /v1/password-reset', { body: { email } });
    const code = await app.latestCode(email);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let guess = 0; guess < 5; guess += 1)
      codes.push((await browser.refused('POST /v1/password-reset/complete', { body: { flow, code: wrong, newPassword } })).code);
  }
  expect(codes.filter((code) => code === 'wrong-code')).toHaveLength(30);
  expect(codes.at(-1)).toBe('too-many-attempts');
});
