import { describe, expect, test } from 'vitest';
import { alice, password, testApp } from '../testing/test-app.ts';

const app = await testApp();

describe('signing up', () => {
  test('makes no account before the address is proven', async () => {
    await app.browser().ok('POST /v1/sign-up', { body: { email: 'unproven@example.com', password } });
    expect(await app.ground.db.selectFrom('accounts').selectAll().execute()).toEqual([]);
  });

  test('answers alike for an address that has an account, and tells its holder', async () => {
    await app.signUp(alice);
    const taken = await app.browser().call('POST /v1/sign-up', { body: { email: alice, password } });
    const free = await app.browser().call('POST /v1/sign-up', { body: { email: 'free@example.com', password } });
    expect(taken.status).toBe(free.status);
    expect(Object.keys(taken.body)).toEqual(Object.keys(free.body));
    const mail = await app.latestMail(alice);
    expect(mail.text).not.toMatch(/(?<!\d)\d{6}(?!\d)/);
    const code = '123456';
    expect((await app.browser().refused('POST /v1/sign-up/verify', { body: { flow: taken.body.flow, code } })).code).toBe('wrong-code');
  });

  test.each([
    ['elevenchars', 'password-too-short'],
    ['a'.repeat(129), 'password-too-long'],
    ['password1234', 'password-too-common'],
    ['woaini1314520', 'password-too-common'],
    ['aaaaaaaaaaaaaa', 'password-too-common'],
  ])('refuses the password %s as %s', async (weak, code) => {
    expect((await app.browser().refused('POST /v1/sign-up', { body: { email: 'weak@example.com', password: weak } })).code).toBe(code);
  });

  test.each([
    'nobody',
    'a@b',
    'two@at@signs',
    'spaces in@example.com',
    'a@exa mple.com',
    "'; drop table accounts; --@example.com",
    'a\r\nbcc: b@example.com',
  ])('refuses the address %j', async (email) => {
    const refused = await app.browser().refused('POST /v1/sign-up', { body: { email, password } });
    expect(refused).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/email' }] });
  });

  test('accepts 128 characters of any script, and compares them after normalising', async () => {
    const email = 'unicode@example.com';
    const long = 'é漢字🔑'.repeat(32);
    const { flow } = await app.browser().ok('POST /v1/sign-up', { body: { email, password: long } });
    const browser = app.browser();
    await browser.ok('POST /v1/sign-up/verify', { body: { flow, code: await app.latestCode(email) } });
    const step = await browser.ok('POST /v1/sign-in', { body: { email, password: long.normalize('NFD') } });
    expect(step.status).toBe('signed_in');
  });

  test('sends the code again, voids the older one, and stops after three', async () => {
    const email = 'again@example.com';
    const { flow } = await app.browser().ok('POST /v1/sign-up', { body: { email, password } });
    const first = await app.latestCode(email);
    for (let count = 0; count < 3; count += 1) {
      app.clock.advance(1_000);
      await app.browser().ok('POST /v1/sign-up/resend', { body: { flow } });
    }
    const last = await app.latestCode(email);
    expect((await app.browser().refused('POST /v1/sign-up/resend', { body: { flow } })).code).toBe('flow-ended');
    if (first !== last) expect((await app.browser().refused('POST /v1/sign-up/verify', { body: { flow, code: first } })).code).toBe('wrong-code');
    expect((await app.browser().call('POST /v1/sign-up/verify', { body: { flow, code: last } })).status).toBe(201);
  });

  test('takes a code for ten minutes', async () => {
    const email = 'slow@example.com';
    const { flow } = await app.browser().ok('POST /v1/sign-up', { body: { email, password } });
    const code = await app.latestCode(email);
    app.clock.advance(10 * 60_000);
    expect((await app.browser().refused('POST /v1/sign-up/verify', { body: { flow, code } })).code).toBe('wrong-code');
  });

  test('does not alert the holder to the first device', async () => {
    const email = 'first@example.com';
    await app.signUp(email);
    await app.drainJobs();
    expect(app.mail.sent.filter(({ to }) => to === email)).toHaveLength(1);
  });
});
