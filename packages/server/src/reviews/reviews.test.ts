import { describe, expect, test } from 'vitest';
import { agents, places } from '../testing/browser.ts';
import { mallory, password, testApp } from '../testing/test-app.ts';

const app = await testApp();
const day = 86_400_000;

describe('the list of devices', () => {
  test('shows this device first, and what is strange about another in words for each field', async () => {
    const email = 'list@example.com';
    const holder = await app.signUp(email);
    await app.signIn(email, { ip: places.lagos, agent: agents.firefox });
    const { devices, needAttention, facets, attributions } = await holder.ok('GET /v1/devices');
    expect(devices.map(({ current }) => current)).toEqual([true, false]);
    const [mine, other] = devices;
    expect(mine).toMatchObject({ online: true, needsAttention: false, judgements: [], isNew: false });
    expect(other).toMatchObject({
      isNew: true,
      online: true,
      needsAttention: true,
      origin: { country: 'NG' },
      client: { name: 'Firefox', os: 'Linux' },
    });
    expect(other?.judgements.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['online_stranger', 'new_country', 'strange_system', 'new_device']),
    );
    expect(needAttention).toBe(1);
    expect(facets.countries).toEqual(['JP', 'NG']);
    expect(attributions.length).toBeGreaterThan(0);
  });

  test('collapses sign-ins from one browser into one device with its latest sign-in', async () => {
    const email = 'collapse@example.com';
    const holder = await app.signUp(email);
    for (let count = 0; count < 3; count += 1) await app.signIn(email, holder);
    const { devices } = await holder.ok('GET /v1/devices');
    expect(devices).toHaveLength(1);
    expect(devices[0]).toMatchObject({ liveSessions: 1, identifiedBy: 'cookie' });
  });

  test('goes offline a minute and a half after the last sign of life', async () => {
    const email = 'presence@example.com';
    const holder = await app.signUp(email);
    await app.signIn(email);
    app.clock.advance(80_000);
    expect((await holder.ok('GET /v1/devices')).devices[1]?.online).toBe(true);
    app.clock.advance(60_000);
    expect((await holder.ok('GET /v1/devices')).devices[1]?.online).toBe(false);
  });

  test('filters by country, city, status, form and time, and searches every word', async () => {
    const email = 'filter@example.com';
    const holder = await app.signUp(email);
    await app.signIn(email, { ip: places.lagos, agent: agents.firefox });
    await app.signIn(email, { ip: places.berlin, agent: agents.iphone });
    const found = async (query: Record<string, string>) =>
      (await holder.ok('GET /v1/devices', { query })).devices.map(({ origin }) => origin.country);
    expect(await found({ country: 'NG' })).toEqual(['NG']);
    expect(await found({ form: 'phone' })).toEqual(['DE']);
    expect(await found({ search: 'firefox linux' })).toEqual(['NG']);
    expect(await found({ search: 'firefox windows' })).toEqual([]);
    expect(await found({ status: 'offline' })).toEqual([]);
    expect(await found({ since: new Date(app.clock.now().getTime() - 1_500).toISOString() })).toEqual(['DE']);
    expect((await holder.ok('GET /v1/devices', { query: { country: 'NG' } })).total).toBe(3);
  });

  test("is nobody else's: another's device is not found, exactly as one of nobody", async () => {
    const holder = await app.signUp('private@example.com');
    const stranger = await app.signUp(mallory);
    const [device] = (await holder.ok('GET /v1/devices')).devices;
    const ids = { theirs: device?.id ?? '', nobodys: 'dev_00000000000000000000000000' };
    const routes = ['GET /v1/devices/:deviceId', 'DELETE /v1/devices/:deviceId', 'POST /v1/devices/:deviceId/confirmation'] as const;
    for (const route of routes) {
      const theirs = await stranger.refused(route, { params: { deviceId: ids.theirs } });
      const nobodys = await stranger.refused(route, { params: { deviceId: ids.nobodys } });
      expect({ ...theirs, requestId: '' }).toEqual({ ...nobodys, requestId: '' });
    }
    expect((await stranger.refused('PATCH /v1/devices/:deviceId', { params: { deviceId: ids.theirs }, body: { name: 'mine now' } })).code).toBe(
      'not-found',
    );
    await holder.ok('GET /v1/session');
  });
});

describe('forcing a device offline', () => {
  test('ends its sessions at once, and bans nobody: the next sign-in shows all proofs, makes a new entry and alerts', async () => {
    const email = 'force@example.com';
    const holder = await app.signUp(email);
    const other = await app.signIn(email);
    const [, device] = (await holder.ok('GET /v1/devices')).devices;
    const deviceId = device?.id ?? '';
    expect(await holder.ok('DELETE /v1/devices/:deviceId', { params: { deviceId } })).toMatchObject({
      endedSessions: [{ deviceId }],
      remainingSessions: 1,
    });
    expect(await other.refused('GET /v1/session')).toMatchObject({ reason: 'forced_offline' });
    expect((await holder.ok('GET /v1/devices')).devices).toHaveLength(1);

    const before = app.mail.sent.length;
    expect((await other.ok('POST /v1/sign-in', { body: { email, password } })).status).toBe('email_code');
    await app.signIn(email, other);
    const devices = (await holder.ok('GET /v1/devices')).devices;
    expect(devices).toHaveLength(2);
    expect(devices[1]?.id).not.toBe(deviceId);
    expect(app.mail.sent.slice(before).some(({ text }) => text.includes('/e/'))).toBe(true);
  });

  test('twice is the same as once', async () => {
    const email = 'twice@example.com';
    const holder = await app.signUp(email);
    await app.signIn(email);
    const [, device] = (await holder.ok('GET /v1/devices')).devices;
    const params = { deviceId: device?.id ?? '' };
    await holder.ok('DELETE /v1/devices/:deviceId', { params });
    expect(await holder.ok('DELETE /v1/devices/:deviceId', { params })).toEqual({ endedSessions: [], remainingSessions: 1 });
  });
});

describe('"it was me"', () => {
  test('silences what was strange, said from an older device', async () => {
    const email = 'confirm@example.com';
    const holder = await app.signUp(email);
    await app.signIn(email, { ip: places.lagos });
    const [, device] = (await holder.ok('GET /v1/devices')).devices;
    await holder.ok('POST /v1/devices/:deviceId/confirmation', { params: { deviceId: device?.id ?? '' } });
    expect((await holder.ok('GET /v1/devices')).devices[1]).toMatchObject({ needsAttention: false, isNew: false });
  });

  test('is not taken from the device itself, nor from a younger one', async () => {
    const email = 'vouch@example.com';
    await app.signUp(email);
    const first = await app.signIn(email, { ip: places.lagos });
    const second = await app.signIn(email, { ip: places.berlin });
    const idOf = async (browser: typeof first) => (await browser.ok('GET /v1/devices')).devices[0]?.id ?? '';
    const firstId = await idOf(first);
    expect((await first.refused('POST /v1/devices/:deviceId/confirmation', { params: { deviceId: firstId } })).code).toBe(
      'cannot-confirm-this-device',
    );
    expect((await second.refused('POST /v1/devices/:deviceId/confirmation', { params: { deviceId: firstId } })).code).toBe(
      'cannot-confirm-this-device',
    );
  });
});

test('the first device stays the measure after an intruder removed it', async () => {
  const email = 'measure@example.com';
  const holder = await app.signUp(email);
  const intruder = await app.signIn(email, { ip: places.lagos, agent: agents.firefox });
  const [, mine] = (await intruder.ok('GET /v1/devices')).devices;
  await intruder.ok('DELETE /v1/devices/:deviceId', { params: { deviceId: mine?.id ?? '' } });
  await app.signIn(email, holder);
  const { devices } = await holder.ok('GET /v1/devices');
  expect(devices.find(({ origin }) => origin.country === 'NG')).toMatchObject({ needsAttention: true });
});

test('a name is one short line of visible text, and the facts stay underneath', async () => {
  const holder = await app.signUp('name@example.com');
  const [device] = (await holder.ok('GET /v1/devices')).devices;
  const params = { deviceId: device?.id ?? '' };
  const { device: named } = await holder.ok('PATCH /v1/devices/:deviceId', { params, body: { name: ' Home\u202E-\u0000iMac\n ' } });
  expect(named.name).toBe('Home - iMac');
  expect(named.client.name).toBe('Chrome');
  expect((await holder.ok('PATCH /v1/devices/:deviceId', { params, body: { name: '  ' } })).device.name).toBeNull();
});

describe('reminders', () => {
  test('come weekly until the list was looked through, once each time, and never when switched off', async () => {
    const email = 'remind@example.com';
    const quiet = 'quiet@example.com';
    const holder = await app.signUp(email);
    const silent = await app.signUp(quiet);
    await silent.ok('PATCH /v1/account', { body: { reviewReminder: 'off' } });
    const { remindOfReviewJob } = await import('./index.ts');
    const remind = async () => {
      await remindOfReviewJob(app.ground).handle({} as never);
      await app.drainJobs();
      return app.mail.sent.filter(({ to }) => to === email).length;
    };
    const before = await remind();
    app.clock.advance(7 * day + 1_000);
    expect(await remind()).toBe(before + 1);
    expect(await remind()).toBe(before + 1);
    expect(app.mail.sent.filter(({ to }) => to === quiet)).toHaveLength(1);
    await app.signIn(email, holder);
    await holder.ok('POST /v1/account/review');
  });

  test('of devices unused for 90 days come once', async () => {
    const email = 'unused@example.com';
    await app.signUp(email);
    await app.drainJobs();
    app.clock.advance(91 * day);
    const { remindOfUnusedDevicesJob } = await import('./index.ts');
    const remind = async () => {
      await remindOfUnusedDevicesJob(app.ground).handle({} as never);
      await app.drainJobs();
      return app.mail.sent.filter(({ to }) => to === email).length;
    };
    const before = app.mail.sent.filter(({ to }) => to === email).length;
    expect(await remind()).toBe(before + 1);
    expect(await remind()).toBe(before + 1);
  });
});
