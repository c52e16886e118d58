import type { Client, Judgement, Origin } from '@warder/api';
import { schemas } from '@warder/api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../kernel/clock.ts';
import type { PastSignIn } from './habits.ts';
import { type JudgedDevice, judgeDevice, needsAttention } from './judge-device.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
const ago = (days: number, hours = 0): Date => new Date(now.getTime() - days * dayMs - hours * hourMs);
const zone = 'Asia/Tokyo';

const client = (os: string | null): Client => ({
  kind: 'browser',
  name: 'Chrome',
  version: '142',
  engine: 'Blink',
  os,
  osVersion: null,
  model: null,
  form: 'desktop',
});
const tokyo: Origin = {
  ip: '126.0.0.1',
  kind: 'public',
  country: 'JP',
  region: 'Tokyo',
  city: 'Tokyo',
  latitude: 35.7,
  longitude: 139.7,
  radiusKm: 50,
  asn: 17676,
  network: 'SoftBank',
  anonymity: null,
};
const osaka: Origin = { ...tokyo, city: 'Osaka', region: 'Osaka', asn: 4713 };
const lagos: Origin = { ...tokyo, country: 'NG', city: 'Lagos', region: 'Lagos', asn: 36873 };
const local: Origin = {
  ip: '10.0.0.1',
  kind: 'local',
  country: null,
  region: null,
  city: null,
  latitude: null,
  longitude: null,
  radiusKm: null,
  asn: null,
  network: null,
  anonymity: null,
};
const overVpn: Origin = { ...tokyo, asn: 9009, anonymity: { kind: 'vpn', source: 'a list', asOf: null } };

const signIn = (at: Date, over: Partial<PastSignIn> = {}): PastSignIn => ({
  at,
  deviceId: 'dev_home',
  client: client('macOS'),
  origin: tokyo,
  confirmed: false,
  ...over,
});
/** Every second day at noon of the zone, for forty days. */
const habit = Array.from({ length: 20 }, (_, index) => signIn(ago(2 * index + 2, 9)));

const device = (over: Partial<JudgedDevice> = {}): JudgedDevice => ({
  id: 'dev_new',
  name: null,
  client: client('macOS'),
  origin: tokyo,
  firstSeenAt: ago(0, 9),
  signedInAt: ago(0, 9),
  lastActiveAt: ago(0, 1),
  online: false,
  confirmedAt: null,
  contradictions: [],
  resembles: null,
  current: false,
  ...over,
});

const judge = (over: Partial<JudgedDevice> = {}, signIns: readonly PastSignIn[] = habit) => judgeDevice(device(over), { signIns }, now, zone);
const short = (judgements: readonly Judgement[]) => judgements.map(({ code, level }) => `${level} ${code}`);

describe('a device is judged by what its holder did before', () => {
  test.each<[string, Partial<JudgedDevice>, string[]]>([
    ['a new device like the others: a word', {}, ['notice new_device']],
    ['a new system at home: a word', { client: client('Windows') }, ['notice strange_system', 'notice new_device']],
    [
      'a new system from another city: a look',
      { client: client('Windows'), origin: osaka },
      ['warning strange_system', 'notice new_city', 'notice new_device'],
    ],
    ['a new city: a word', { origin: osaka }, ['notice new_city', 'notice new_device']],
    ['a new country: a look', { origin: lagos }, ['warning new_country', 'notice new_device']],
    [
      'a new country with a new system: danger',
      { origin: lagos, client: client('Linux') },
      ['danger new_country', 'warning strange_system', 'notice new_device'],
    ],
    [
      'the same, and online: the stranger comes first',
      { origin: lagos, client: client('Linux'), online: true },
      ['danger online_stranger', 'danger new_country', 'warning strange_system', 'notice new_device'],
    ],
    ['a network of the house: nothing about the place', { origin: local }, ['notice new_device']],
    ['a system that is not told: nothing about it', { client: client(null) }, ['notice new_device']],
    ['a VPN that this holder never used: a look', { origin: overVpn }, ['warning anonymised_network', 'notice new_device']],
    [
      'claims that contradict each other: a look',
      { contradictions: ['hints_disagree_with_agent'] },
      ['warning contradicting_client', 'notice new_device'],
    ],
    ['three in the morning: a word', { signedInAt: new Date('2026-11-19T18:10:00.000Z') }, ['notice unusual_hour', 'notice new_device']],
    ['four months without use: hygiene', { firstSeenAt: ago(200), lastActiveAt: ago(120), signedInAt: ago(0, 9) }, ['notice unused_90_days']],
    ['one that resembles another: a word', { resembles: { name: 'Home-iMac' } }, ['notice new_device', 'notice resembles_device']],
    ['the device of the beginning: never strange', { id: 'dev_home', client: client('Windows'), origin: lagos, online: true }, []],
    ['"it was me" silences the strangeness', { confirmedAt: ago(0), origin: lagos, client: client('Linux'), online: true }, []],
    [
      '"it was me" silences no contradiction, changed network or disuse',
      { confirmedAt: ago(100), origin: overVpn, contradictions: ['x'], lastActiveAt: ago(95) },
      ['warning anonymised_network', 'warning contradicting_client', 'notice unused_90_days'],
    ],
    ['an iPad that may be a Mac: no new system', { client: client('Mac or iPad') }, ['notice new_device']],
  ])('%s', (_name, over, expected) => {
    expect(short(judge(over))).toEqual(expected);
  });

  test('values say what the words need', () => {
    const found = judge({
      origin: { ...lagos, anonymity: overVpn.anonymity },
      client: client('Linux'),
      resembles: { name: 'Home-iMac' },
      lastActiveAt: ago(120),
      signedInAt: new Date('2026-11-19T18:10:00.000Z'),
      contradictions: ['a', 'b'],
    });
    expect(Object.fromEntries(found.map(({ code, values }) => [code, values]))).toEqual({
      new_country: { country: 'NG' },
      strange_system: { system: 'Linux' },
      anonymised_network: { kind: 'vpn', source: 'a list' },
      contradicting_client: { contradictions: 'a b' },
      unusual_hour: { hour: 3 },
      new_device: { days: 0 },
      resembles_device: { name: 'Home-iMac' },
      unused_90_days: { days: 120 },
    });
    expect(judge({ origin: osaka })[0]?.values).toEqual({ country: 'JP', city: 'Osaka' });
  });
});

describe('what is missing never alarms', () => {
  test('without history only the newness is told', () => {
    expect(short(judge({ origin: lagos, client: client('Linux'), online: true }, []))).toEqual(['notice new_device']);
  });
  test('a history without places tells nothing about a place or a network', () => {
    expect(
      short(
        judge(
          { origin: { ...lagos, anonymity: overVpn.anonymity } },
          habit.map((past) => ({ ...past, origin: local })),
        ),
      ),
    ).toEqual(['notice new_device']);
  });
  test('an hour is judged from ten sign-ins on five days at least', () => {
    const night = { signedInAt: new Date('2026-11-19T18:10:00.000Z') };
    expect(short(judge(night, habit.slice(0, 9)))).not.toContain('notice unusual_hour');
    const oneDay = Array.from({ length: 20 }, () => signIn(ago(2, 9)));
    expect(short(judge(night, oneDay))).not.toContain('notice unusual_hour');
  });
  test('a zone that does not exist judges no hour', () => {
    expect(short(judgeDevice(device({ signedInAt: new Date('2026-11-19T18:10:00.000Z') }), { signIns: habit }, now, 'Mars/Base'))).toEqual([
      'notice new_device',
    ]);
  });
  test('the window of usual hours goes round midnight', () => {
    const late = habit.map((past) => ({ ...past, at: new Date(past.at.getTime() + 11.5 * hourMs) }));
    expect(short(judge({ signedInAt: new Date('2026-11-19T16:00:00.000Z'), firstSeenAt: ago(0, 20) }, late))).not.toContain('notice unusual_hour');
  });
});

describe('an attacker cannot become familiar by trying again', () => {
  const stranger = signIn(ago(1), { deviceId: 'dev_first_try', origin: lagos, client: client('Linux') });
  test('a second entry is as strange as the first', () => {
    expect(short(judge({ origin: lagos, client: client('Linux') }, [...habit, stranger]))).toContain('danger new_country');
  });
  test('its own earlier sign-ins do not vouch for it', () => {
    const own = Array.from({ length: 20 }, (_, index) => signIn(ago(index + 10), { deviceId: 'dev_new', origin: lagos, client: client('Linux') }));
    expect(short(judge({ origin: lagos, client: client('Linux'), firstSeenAt: ago(29) }, [...habit, ...own]))).toContain('danger new_country');
  });
  test('a confirmed one vouches at once', () => {
    expect(short(judge({ origin: lagos, client: client('Linux') }, [...habit, { ...stranger, confirmed: true }]))).toEqual(['notice new_device']);
  });
});

describe('attention is asked for', () => {
  const danger = judge({ origin: lagos });
  test.each([
    ['another device with a warning', {}, true],
    ['the device that asks', { current: true }, false],
    ['a confirmed device', { confirmedAt: now }, false],
  ])('%s: %s', (_name, over, expected) => {
    expect(needsAttention(danger, device(over))).toBe(expected);
  });
  test('never for notices alone', () => {
    expect(needsAttention(judge({ origin: osaka }), device())).toBe(false);
  });
});

describe('always', () => {
  const origin = fc.oneof(
    fc.constantFrom(tokyo, osaka, lagos, local, overVpn),
    fc
      .record({
        kind: fc.constantFrom('public' as const, 'unknown' as const),
        country: fc.constantFrom(null, 'US'),
        city: fc.constantFrom(null, 'Austin'),
      })
      .map((over): Origin => ({ ...local, ...over })),
  );
  const date = fc.integer({ min: 0, max: 400 * 24 }).map((hours) => ago(0, hours));
  const os = fc.constantFrom(null, 'macOS', 'Windows', 'Linux').map(client);
  const history = fc.array(
    fc.record({ at: date, deviceId: fc.constantFrom('dev_new', 'dev_home', 'dev_other'), client: os, origin, confirmed: fc.boolean() }),
    { maxLength: 40 },
  );
  const anyDevice = fc.record({
    id: fc.constantFrom('dev_new', 'dev_home'),
    name: fc.constant(null),
    client: os,
    origin,
    firstSeenAt: date,
    signedInAt: date,
    lastActiveAt: date,
    online: fc.boolean(),
    confirmedAt: fc.option(date),
    contradictions: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
    resembles: fc.option(fc.constant({ name: 'x' })),
    current: fc.boolean(),
  });
  const needed: Record<Judgement['code'], string[]> = {
    new_device: ['days'],
    strange_system: ['system'],
    new_country: ['country'],
    new_city: ['country', 'city'],
    unusual_hour: ['hour'],
    online_stranger: [],
    unused_90_days: ['days'],
    anonymised_network: ['kind', 'source'],
    contradicting_client: ['contradictions'],
    resembles_device: ['name'],
  };

  test('judgements are deterministic, complete, gravest first, each at most once; no city and no confirmed device is a danger', () => {
    fc.assert(
      fc.property(anyDevice, history, fc.constantFrom(zone, 'UTC', '', 'America/St_Johns'), (judged, signIns, timeZone) => {
        const found = judgeDevice(judged, { signIns }, now, timeZone);
        expect(judgeDevice(judged, { signIns: signIns.toReversed() }, now, timeZone)).toEqual(found);
        for (const one of found) {
          expect(schemas.Judgement.parse(one)).toEqual(one);
          expect(Object.keys(one.values)).toEqual(needed[one.code]);
        }
        const ranks = found.map(({ level }) => ['danger', 'warning', 'notice'].indexOf(level));
        expect(ranks).toEqual(ranks.toSorted());
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
        expect(found.find(({ code }) => code === 'new_city')?.level ?? 'notice').toBe('notice');
        if (judged.confirmedAt !== null) expect(found.some(({ level }) => level === 'danger')).toBe(false);
      }),
      { numRuns: Number(process.env['PROOF_RUNS'] ?? 500) },
    );
  });

  test("a commuter's ordinary year raises nothing at danger level", () => {
    const home = tokyo;
    const office: Origin = { ...tokyo, city: 'Chiyoda City', asn: 2516 };
    const train: Origin = { ...tokyo, city: 'Osaka', asn: 9605 };
    const places = fc.array(fc.constantFrom(home, office, train, osaka, local), { minLength: 60, maxLength: 60 });
    const hours = fc.array(fc.integer({ min: 6, max: 23 }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(places, hours, (where, when) => {
        const signIns: PastSignIn[] = [];
        for (const [index, place] of where.entries()) {
          const phone = index % 2 === 1;
          // A new phone each half-year, which is never confirmed.
          const deviceId = phone ? `dev_phone${Math.floor(index / 30)}` : 'dev_laptop';
          const at = new Date(ago(365 - index * 6).getTime() + (when[index] ?? 0) * hourMs);
          const past = signIn(at, { deviceId, client: client(phone ? 'iOS' : 'macOS'), origin: place });
          const asked = device({ id: deviceId, client: past.client, origin: place, firstSeenAt: at, signedInAt: at, lastActiveAt: at });
          const found = judgeDevice(asked, { signIns: [...signIns, past] }, new Date(at.getTime() + hourMs), zone);
          expect(found.filter(({ level }) => level === 'danger')).toEqual([]);
          signIns.push(past);
        }
      }),
      { numRuns: 30 },
    );
  });
});
