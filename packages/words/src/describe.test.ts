import type { Client, Judgement, Locale, Origin } from '@warder/api';
import { locales } from '@warder/api';
import { describe, expect, test } from 'vitest';
import {
  describeAnonymitySource,
  describeClient,
  describeCountry,
  describeEstimatedPlace,
  describeHour,
  describeJudgement,
  describeLastSeen,
  describePlace,
  describeProblem,
  describeRadius,
  describeSessionEnd,
  describeTime,
  describeTimeWithoutZone,
  describeWait,
  describeZone,
} from './index.ts';
import { createTranslator } from './server.ts';

const t = Object.fromEntries(locales.map((locale) => [locale, createTranslator(locale)])) as Record<Locale, ReturnType<typeof createTranslator>>;

const chrome: Client = {
  kind: 'browser',
  name: 'Chrome',
  version: '141',
  engine: 'Blink',
  os: 'Windows',
  osVersion: '11',
  model: null,
  form: 'desktop',
};
const lagos: Origin = {
  ip: '197.210.1.1',
  kind: 'public',
  country: 'NG',
  region: 'Lagos',
  city: 'Lagos',
  latitude: 6.5,
  longitude: 3.4,
  radiusKm: 200,
  asn: 29465,
  network: 'MTN',
  anonymity: null,
};

describe('a client reads', () => {
  test.each<[Partial<Client>, string]>([
    [{}, 'Chrome 141 on Windows 11'],
    [{ osVersion: null, version: null }, 'Chrome on Windows'],
    [{ os: 'Android', osVersion: '16', model: 'Google Pixel 10' }, 'Chrome 141 on Android 16 (Google Pixel 10)'],
    [{ name: 'Safari', version: '26.1', os: 'iOS', osVersion: '26', model: 'iPhone' }, 'Safari 26.1 on iOS 26'],
    [{ name: 'Safari', version: '26.1', os: 'Mac or iPad', osVersion: null }, 'Safari 26.1 on Mac or iPad'],
    [{ name: null, version: null, os: 'Linux', osVersion: null }, 'Unknown browser on Linux'],
    [{ kind: 'unknown', name: null, version: null, os: 'Linux', osVersion: null }, 'Unknown browser on Linux'],
    [{ kind: 'unknown', name: null, version: null, os: null, osVersion: null }, 'Unknown device'],
    [{ kind: 'app', name: null, version: null, os: 'iOS', osVersion: '26' }, 'App on iOS 26'],
    [{ kind: 'api', name: 'python-requests', version: '2.32', os: null, osVersion: null }, 'API client: python-requests 2.32'],
    [{ kind: 'api', name: null, version: null, os: null, osVersion: null }, 'API client'],
  ])('%j as %s', (client, expected) => expect(describeClient({ ...chrome, ...client }, t.en)).toBe(expected));

  test.each<[Locale, string]>([
    ['zh', 'Safari 26.1（Mac 或 iPad）'],
    ['ja', 'Safari 26.1（MacまたはiPad）'],
    ['ko', 'Safari 26.1 (Mac 또는 iPad)'],
  ])('in %s as %s', (locale, expected) =>
    expect(describeClient({ ...chrome, name: 'Safari', version: '26.1', os: 'Mac or iPad', osVersion: null }, t[locale])).toBe(expected),
  );
});

describe('a place reads', () => {
  test.each<[Locale, string]>([
    ['en', 'Lagos, Nigeria (approximate, within about 200\u00A0km)'],
    ['zh', '尼日利亚 Lagos（大致位置，误差约200公里）'],
    ['ja', 'ナイジェリア Lagos（おおよその位置、誤差約200km）'],
    ['ko', '나이지리아 Lagos (대략적인 위치, 오차 약 200km)'],
  ])('in %s as %s', (locale, expected) => expect(describeEstimatedPlace(lagos, locale, t[locale])).toBe(expected));

  test.each<[Partial<Origin>, string]>([
    [{}, 'Lagos, Nigeria'],
    [{ city: null, region: null }, 'Nigeria'],
    [{ city: null, region: 'Bavaria', country: 'DE' }, 'Bavaria, Germany'],
    [{ country: null, city: null }, 'Unknown place'],
    [{ kind: 'local', country: null, city: null }, 'Local network'],
    [{ kind: 'unknown', country: null, city: null }, 'Unknown place'],
  ])('%j as %s', (origin, expected) => expect(describePlace({ ...lagos, ...origin }, 'en', t.en)).toBe(expected));

  test('without a radius when none is known, and never with one when there is no place', () => {
    expect(describeEstimatedPlace({ ...lagos, radiusKm: null }, 'en', t.en)).toBe('Lagos, Nigeria (approximate)');
    expect(describeRadius({ ...lagos, country: null }, 'en', t.en)).toBeNull();
    expect(describeEstimatedPlace({ ...lagos, kind: 'local' }, 'en', t.en)).toBe('Local network');
  });

  test('as its code when the code is no country', () => {
    expect(describeCountry('<b>', 'en')).toBe('<b>');
    expect(describeCountry('ZZ', 'en')).not.toBe('');
  });

  test('with the source of a verdict and its age', () => {
    expect(describeAnonymitySource({ kind: 'vpn', source: 'exits', asOf: '2026-11-20T23:59:00.000Z' }, 'en', t.en)).toBe(
      'According to exits, as of Nov 20, 2026',
    );
    expect(describeAnonymitySource({ kind: 'vpn', source: 'exits', asOf: null }, 'ko', t.ko)).toBe('출처: exits');
  });
});

describe('a time reads', () => {
  const at = '2026-11-20T20:12:09.000Z';
  test.each<[Locale, string, string]>([
    ['en', 'Asia/Tokyo', 'Nov 21, 2026, 5:12:09 AM, Japan Standard Time (GMT+9)'],
    ['zh', 'Asia/Shanghai', '2026年11月21日 4:12:09，中国标准时间（GMT+8）'],
    ['ja', 'Asia/Tokyo', '2026年11月21日 5:12:09 日本標準時（GMT+9）'],
    ['ko', 'Asia/Seoul', '2026년 11월 21일 오전 5:12:09, 한국 표준시 (GMT+9)'],
    ['en', 'America/New_York', 'Nov 20, 2026, 3:12:09 PM, Eastern Standard Time (GMT-5)'],
    ['en', 'UTC', 'Nov 20, 2026, 8:12:09 PM, Coordinated Universal Time (UTC)'],
    ['en', 'Etc/GMT+3', 'Nov 20, 2026, 5:12:09 PM (GMT-3)'],
    ['en', 'Mars/Olympus', 'Nov 20, 2026, 8:12:09 PM, Coordinated Universal Time (UTC)'],
  ])('in %s, %s as %s', (locale, timeZone, expected) =>
    expect(describeTime(at, { locale, timeZone }, t[locale]).replaceAll('\u202F', ' ')).toBe(expected),
  );

  test('with the summer offset in summer', () =>
    expect(describeZone('2026-07-01T00:00:00Z', { locale: 'en', timeZone: 'Europe/Berlin' }, t.en)).toBe('Central European Summer Time (GMT+2)'));
  test('without the zone where a list names it once', () =>
    expect(describeTimeWithoutZone(at, { locale: 'ja', timeZone: 'Asia/Tokyo' })).toBe('2026年11月21日 5:12:09'));

  test.each<[number, Locale, string]>([
    [-5_000, 'en', 'just now'],
    [59_000, 'en', 'just now'],
    [60_000, 'en', '1 minute ago'],
    [3 * 3_600_000, 'ja', '3時間前'],
    [26 * 3_600_000, 'zh', '1天前'],
    [40 * 86_400_000, 'ko', '1개월 전'],
    [800 * 86_400_000, 'en', '2 years ago'],
  ])('%d ms ago in %s as %s', (ms, locale, expected) => expect(describeLastSeen(new Date(1.8e12 - ms), new Date(1.8e12), locale)).toBe(expected));

  test.each<[number, Locale, string]>([
    [0.2, 'en', '1 second'],
    [45, 'ja', '45秒'],
    [91, 'en', '2 minutes'],
    [900, 'zh', '15分钟'],
    [7_200, 'ko', '2시간'],
  ])('a wait of %d s in %s as %s', (seconds, locale, expected) => expect(describeWait(seconds, locale)).toBe(expected));

  test('an hour as a clock says it', () =>
    expect(locales.map((locale) => describeHour(3, locale).replaceAll('\u202F', ' '))).toEqual(['3 AM', '03:00', '3時', '오전 3시']));
});

describe('every judgement is said', () => {
  const judgements: Pick<Judgement, 'code' | 'values'>[] = [
    { code: 'new_device', values: { days: 0 } },
    { code: 'strange_system', values: { system: 'Mac or iPad' } },
    { code: 'new_country', values: { country: 'NG' } },
    { code: 'new_city', values: { country: 'NG', city: 'Lagos' } },
    { code: 'unusual_hour', values: { hour: 3 } },
    { code: 'online_stranger', values: {} },
    { code: 'unused_90_days', values: { days: 91 } },
    ...['tor', 'vpn', 'proxy', 'hosting'].map((kind) => ({ code: 'anonymised_network', values: { kind, source: 'exits' } }) as const),
    { code: 'contradicting_client', values: { contradictions: 'hints_disagree_with_agent version_disagrees_with_agent' } },
    { code: 'resembles_device', values: { name: 'Home-iMac' } },
    { code: 'resembles_device', values: { name: '' } },
  ];
  const say = (judgement: Pick<Judgement, 'code' | 'values'>, locale: Locale) =>
    describeJudgement({ field: 'device', level: 'notice', ...judgement }, t[locale], locale);

  test.each(locales)('in %s, each with words of its own', (locale) => {
    const said = judgements.map((judgement) => say(judgement, locale));
    expect(new Set(said).size).toBe(judgements.length);
    expect(said.every((text) => !/[{}_]|undefined|NaN/.test(text))).toBe(true);
  });

  test('with the names that people use', () => {
    expect(say({ code: 'new_country', values: { country: 'NG' } }, 'en')).toBe('You have not signed in from Nigeria before.');
    expect(say({ code: 'strange_system', values: { system: 'Mac or iPad' } }, 'ja')).toBe('MacまたはiPadでのログインは初めてです。');
    expect(say({ code: 'resembles_device', values: { name: 'Home-iMac' } }, 'en')).toBe('Looks like your Home-iMac.');
    expect(say({ code: 'contradicting_client', values: { contradictions: 'engine_disagrees_with_agent a_later_code' } }, 'en')).toBe(
      'What it says about itself does not add up: it names two different browsers and two things that cannot both be true.',
    );
  });
});

describe('a problem says what to do', () => {
  test('and for how long to wait when that is known', () => {
    expect(describeProblem({ code: 'too-many-attempts', retryAfterSeconds: 900 }, t.en, 'en')).toBe('Too many attempts. Try again in 15 minutes.');
    expect(describeProblem({ code: 'too-many-attempts' }, t.ja, 'ja')).toBe('試行回数が多すぎます。しばらくしてからお試しください。');
  });

  test('and which request it was', () => expect(describeProblem({ code: 'internal-error', requestId: 'r-7' }, t.en, 'en')).toContain('r-7'));

  test('and why a session ended, known reason or not', () => {
    expect(describeProblem({ code: 'session-ended', reason: 'forced_offline' }, t.zh, 'zh')).toBe('此设备已被另一台设备强制下线。');
    expect(describeSessionEnd('a_later_reason', t.en)).toBe('You have been signed out. Sign in again to go on.');
  });
});
