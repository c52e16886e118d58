import { describe, expect, test } from 'vitest';
import { password, testApp } from '../testing/test-app.ts';

const app = await testApp();
const stepUp = { body: { method: 'password', password } };

describe('changing the password', () => {
  test('ends every other session and keeps this one', async () => {
    const email = 'change@example.com';
    const holder = await app.signUp(email);
    const other = await app.signIn(email);
    await holder.ok('POST /v1/session/step-up', stepUp);
    expect(await holder.ok('PUT /v1/account/password', { body: { newPassword: 'another good passphrase' } })).toMatchObject({ remainingSessions: 1 });
    expect(await other.refused('GET /v1/session')).toMatchObject({ reason: 'password_changed' });
    await holder.ok('GET /v1/session');
  });

  test('refuses the present one, and a common one', async () => {
    const holder = await app.signUp('same@example.com');
    await holder.ok('POST /v1/session/step-up', stepUp);
    expect((await holder.refused('PUT /v1/account/password', { body: { newPassword: password } })).code).toBe('password-unchanged');
    expect((await holder.refused('PUT /v1/account/password', { body: { newPassword: 'passwordpassword' } })).code).toBe('password-too-common');
  });

  test('needs a recent proof', async () => {
    const holder = await app.signUp('proof@example.com');
    app.clock.advance(301_000);
    expect((await holder.refused('PUT /v1/account/password', { body: { newPassword: 'another good passphrase' } })).code).toBe('step-up-required');
  });
});

describe('settings', () => {
  test('take a language, a time zone and a reminder, and refuse what does not exist', async () => {
    const holder = await app.signUp('settings@example.com');
    expect(
      await holder.ok('PATCH /v1/account', { body: { locale: 'ja', timeZone: 'Europe/Berlin', reviewReminder: 'every_72_hours' } }),
    ).toMatchObject({
      locale: 'ja',
      timeZone: 'Europe/Berlin',
      reviewReminder: 'every_72_hours',
    });
    expect((await holder.refused('PATCH /v1/account', { body: { timeZone: 'Mars/Olympus' } })).errors).toMatchObject([{ pointer: '/timeZone' }]);
    expect((await holder.refused('PATCH /v1/account', { body: { standing: 'frozen' } })).code).toBe('invalid-request');
  });

  test('put the anti-phishing code at the top of every mail from then on', async () => {
    const email = 'phish@example.com';
    const holder = await app.signUp(email);
    await holder.ok('POST /v1/session/step-up', stepUp);
    await holder.ok('PUT /v1/account/anti-phishing-code', { body: { code: '青い灯台' } });
    expect((await app.latestMail(email)).text).toContain('青い灯台');
    await holder.ok('PUT /v1/account/anti-phishing-code', { body: { code: null } });
    expect((await holder.ok('GET /v1/session')).account.antiPhishingCode).toBeNull();
  });

  test.each(['abc', 'a'.repeat(21)])('refuse the anti-phishing code %j', async (code) => {
    const holder = await app.signUp(`code${code.length}@example.com`);
    await holder.ok('POST /v1/session/step-up', stepUp);
    expect((await holder.refused('PUT /v1/account/anti-phishing-code', { body: { code } })).code).toBe('invalid-request');
  });
});

test('every change and its event are in one chain that holds', async () => {
  const { listChain, findBrokenLink } = await import('../audit/index.ts');
  const holder = await app.signUp('chain@example.com');
  await holder.ok('PATCH /v1/account', { body: { locale: 'ko' } });
  await holder.ok('POST /v1/account/review');
  const { account } = await holder.ok('GET /v1/session');
  const links = await listChain(app.ground.db, account.id as never);
  expect(links.map(({ type }) => type)).toEqual(['account-created', 'session-established', 'settings-change', 'devices-reviewed']);
  expect(findBrokenLink(links)).toBeNull();
  const [first, second, ...rest] = links;
  if (!first || !second) throw new Error('too short');
  expect(findBrokenLink([first, { ...second, type: 'device-renamed' }, ...rest])).toBe(second.seq);
});

test('the application may not rewrite the log', async () => {
  await expect(app.ground.db.updateTable('security_events').set({ type: 'account-created' }).execute()).rejects.toThrow(
    /append-only|permission denied/,
  );
  await expect(app.ground.db.deleteFrom('security_events').execute()).rejects.toThrow(/append-only|permission denied/);
});
