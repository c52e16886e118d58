import type { Client } from '@warder/api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientContradictions, clientHintHeaders, describeClient, type Headers, sameClientFamily } from './describe-client.ts';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)';
const macWebKit = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const linux = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';
const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
const iphone = (os: string) => `Mozilla/5.0 (iPhone; CPU iPhone OS ${os} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)`;
const ipad = (os: string) => `Mozilla/5.0 (iPad; CPU OS ${os} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)`;

const hints = (brand: string, platform: string, platformVersion: string, model = '', mobile = '?0') => ({
  'sec-ch-ua': `"Chromium";v="142", "${brand}";v="142", "Not_A Brand";v="99"`,
  'sec-ch-ua-full-version-list': `"Chromium";v="142.0.7444.60", "${brand}";v="142.0.7444.60", "Not_A Brand";v="99.0.0.0"`,
  'sec-ch-ua-platform': `"${platform}"`,
  'sec-ch-ua-platform-version': `"${platformVersion}"`,
  'sec-ch-ua-model': `"${model}"`,
  'sec-ch-ua-mobile': mobile,
});

/** kind, name, version, system, its version, model, form */
const line = ({ kind, name, version, os, osVersion, model, form }: Client) =>
  [kind, name, version, os, osVersion, model, form].map((value) => value ?? '-').join(' | ');

const table: [agent: string, more: Headers, expected: string][] = [
  [`${windows} Chrome/142.0.0.0 Safari/537.36`, {}, 'browser | Chrome | 142 | Windows | - | - | desktop'],
  [`${windows} Chrome/142.0.0.0 Safari/537.36`, hints('Google Chrome', 'Windows', '15.0.0'), 'browser | Chrome | 142 | Windows | 11 | - | desktop'],
  [`${windows} Chrome/142.0.0.0 Safari/537.36`, hints('Google Chrome', 'Windows', '10.0.0'), 'browser | Chrome | 142 | Windows | 10 | - | desktop'],
  [
    `${windows} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    hints('Microsoft Edge', 'Windows', '19.0.0'),
    'browser | Edge | 142 | Windows | 11 | - | desktop',
  ],
  [`${windows} Chrome/142.0.0.0 Safari/537.36`, hints('Brave', 'Windows', '15.0.0'), 'browser | Brave | 142 | Windows | 11 | - | desktop'],
  [`${windows} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0`, {}, 'browser | Opera | 124 | Windows | - | - | desktop'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0', {}, 'browser | Firefox | 144 | Windows | - | - | desktop'],
  ['Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0', {}, 'browser | Firefox | 115 | Windows | 7 | - | desktop'],
  [`${mac} Chrome/142.0.0.0 Safari/537.36`, {}, 'browser | Chrome | 142 | macOS | - | - | desktop'],
  [`${mac} Chrome/142.0.0.0 Safari/537.36`, hints('Google Chrome', 'macOS', '26.0.1'), 'browser | Chrome | 142 | macOS | 26 | - | desktop'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0', {}, 'browser | Firefox | 144 | macOS | - | - | desktop'],
  [`${macWebKit} Version/26.0 Safari/605.1.15`, {}, 'browser | Safari | 26.0 | Mac or iPad | - | - | desktop'],
  [`${macWebKit} Version/18.5 Safari/605.1.15`, {}, 'browser | Safari | 18.5 | Mac or iPad | - | - | desktop'],
  [`${macWebKit} CriOS/142.0.7444.77 Version/11.1.1 Safari/605.1.15`, {}, 'browser | Chrome | 142 | iPadOS | - | iPad | tablet'],
  [`${linux} Chrome/142.0.0.0 Safari/537.36`, {}, 'browser | Chrome | 142 | Linux | - | - | desktop'],
  [`${linux} Chrome/142.0.0.0 Safari/537.36`, hints('Google Chrome', 'Linux', '6.12.0'), 'browser | Chrome | 142 | Linux | - | - | desktop'],
  ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', {}, 'browser | Firefox | 144 | Linux | - | - | desktop'],
  [`${linux} HeadlessChrome/142.0.0.0 Safari/537.36`, {}, 'browser | Headless Chrome | 142 | Linux | - | - | desktop'],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    {},
    'browser | Chrome | 141 | ChromeOS | - | - | desktop',
  ],
  [`${android} Chrome/142.0.0.0 Mobile Safari/537.36`, {}, 'browser | Chrome | 142 | Android | - | - | phone'],
  [
    `${android} Chrome/142.0.0.0 Mobile Safari/537.36`,
    hints('Google Chrome', 'Android', '16.0.0', 'Pixel 9 Pro', '?1'),
    'browser | Chrome | 142 | Android | 16 | Google Pixel 9 Pro | phone',
  ],
  [
    `${android} Chrome/142.0.0.0 Mobile Safari/537.36`,
    hints('Google Chrome', 'Android', '15.0.0', 'SM-S921B', '?1'),
    'browser | Chrome | 142 | Android | 15 | Samsung Galaxy S24 | phone',
  ],
  [`${android} Chrome/142.0.0.0 Safari/537.36`, {}, 'browser | Chrome | 142 | Android | - | - | tablet'],
  [`${android} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, {}, 'browser | Samsung Internet | 28 | Android | - | - | phone'],
  ['Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0', {}, 'browser | Firefox | 144 | Android | 15 | - | phone'],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S921B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36',
    {},
    'app | Android WebView | 141 | Android | 14 | Samsung Galaxy S24 | phone',
  ],
  [`${iphone('18_5')} Version/18.5 Mobile/15E148 Safari/604.1`, {}, 'browser | Safari | 18.5 | iOS | 18 | iPhone | phone'],
  [`${iphone('18_6')} Version/26.0 Mobile/15E148 Safari/604.1`, {}, 'browser | Safari | 26.0 | iOS | 26 | iPhone | phone'],
  [`${iphone('18_7')} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`, {}, 'browser | Chrome | 142 | iOS | - | iPhone | phone'],
  [`${iphone('26_0')} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`, {}, 'browser | Chrome | 142 | iOS | 26 | iPhone | phone'],
  [`${iphone('18_5')} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`, {}, 'browser | Firefox | 144 | iOS | 18 | iPhone | phone'],
  [`${ipad('18_6')} Version/26.1 Mobile/15E148 Safari/604.1`, {}, 'browser | Safari | 26.1 | iPadOS | 26 | iPad | tablet'],
  [
    `${iphone('18_5')} Mobile/15E148 MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/zh_CN`,
    {},
    'app | WeChat | 8.0 | iOS | 18 | iPhone | phone',
  ],
  ['Binance/2.80 CFNetwork/1498.700.2 Darwin/23.6.0', {}, 'app | Binance | 2.80 | iOS | 17 | - | phone'],
  [`${mac} Slack/4.45.69 Chrome/138.0.7204.49 Electron/37.2.0 Safari/537.36`, {}, 'app | Slack | 4.45 | macOS | - | - | desktop'],
  [`${windows} warder-desk/1.2.3 Chrome/138.0.7204.49 Electron/37.2.0 Safari/537.36`, {}, 'app | warder-desk | 1.2 | Windows | - | - | desktop'],
  [`${windows} Chrome/138.0.7204.49 Electron/37.2.0 Safari/537.36`, {}, 'app | - | - | Windows | - | - | desktop'],
  [
    'Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/4.0 Chrome/94.0.4606.31 TV Safari/537.36',
    {},
    'browser | Samsung Internet | 4 | Tizen | 7 | Samsung Smart TV | tv',
  ],
  ['curl/8.5.0', {}, 'api | curl | 8.5 | - | - | - | other'],
  ['python-requests/2.32.3', {}, 'api | python-requests | 2.32 | - | - | - | other'],
  ['Python/3.12 aiohttp/3.9.5', {}, 'api | aiohttp | 3.9 | - | - | - | other'],
  ['axios/1.7.2', {}, 'api | axios | 1.7 | - | - | - | other'],
  ['okhttp/4.12.0', {}, 'api | OkHttp | 4.12 | - | - | - | other'],
  ['Go-http-client/2.0', {}, 'api | Go http client | 2.0 | - | - | - | other'],
  ['node', {}, 'api | Node.js | - | - | - | - | other'],
  ['undici', {}, 'api | undici | - | - | - | - | other'],
  ['Java/17.0.9', {}, 'api | Java | 17.0 | - | - | - | other'],
  ['ccxt/4.4.0', {}, 'api | ccxt | 4.4 | - | - | - | other'],
  ['my-trading-bot/1.2 (Linux)', {}, 'api | my-trading-bot | 1.2 | Linux | - | - | other'],
  ['Mozilla/5.0 (X11; Linux x86_64)', {}, 'unknown | - | - | Linux | - | - | desktop'],
  ['Mozilla/5.0', {}, 'unknown | - | - | - | - | - | other'],
  ['', {}, 'unknown | - | - | - | - | - | other'],
  ['<script>alert(1)</script>', {}, 'unknown | - | - | - | - | - | other'],
];

describe('a client is described as people know it', () => {
  test.each(table)('%s', (agent, more, expected) => {
    expect(line(describeClient({ 'user-agent': agent, ...more }))).toBe(expected);
  });

  test('the engine of a browser is told, and every browser on iOS has WebKit', () => {
    expect(describeClient({ 'user-agent': `${iphone('26_0')} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1` }).engine).toBe('WebKit');
    expect(describeClient({ 'user-agent': `${linux} Chrome/142.0.0.0 Safari/537.36` }).engine).toBe('Blink');
    expect(describeClient({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0' }).engine).toBe('Gecko');
  });
});

describe('whatever the headers hold', () => {
  const names = [
    'user-agent',
    'sec-ch-ua',
    'sec-ch-ua-full-version-list',
    'sec-ch-ua-platform',
    'sec-ch-ua-platform-version',
    'sec-ch-ua-model',
    'sec-ch-ua-mobile',
  ];
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '\u202Egnp.exe',
      '\u0000\u0007',
      '"; v="',
      '__proto__',
      '{{7*7}}',
      'A'.repeat(2000),
      '🙂'.repeat(40),
    ),
  );
  const around = fc.tuple(
    fc.constantFrom('', '"', `${android} Chrome/1`, `${windows} `, 'Mozilla/5.0 (Linux; Android 14; '),
    nasty,
    fc.constantFrom('', '"', ' Safari/537.36', '/1.0 Electron/3'),
  );
  const value = fc.oneof(
    around.map((parts) => parts.join('')),
    fc.array(nasty, { maxLength: 3 }),
    fc.constant(undefined),
  );
  const headers = fc
    .tuple(...names.map(() => value))
    .map((values) => Object.fromEntries(names.map((name, index) => [name, values[index]])) as Headers);

  test('the description is short, plain and the same each time', () => {
    fc.assert(
      fc.property(headers, (given) => {
        const client = describeClient(given);
        for (const text of Object.values(client)) {
          if (text === null) continue;
          expect(text.length).toBeLessThanOrEqual(60);
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}<>"`\\{}]/u);
        }
        expect(describeClient(given)).toEqual(client);
        expect(() => clientContradictions(given)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  test('no hint makes a model or platform of markup', () => {
    const client = describeClient({
      'user-agent': `${android} Chrome/142.0.0.0 Mobile Safari/537.36`,
      ...hints('<b>', '<script>', '"><script>', '<script>alert(1)</script>', '?1'),
    });
    expect(line(client)).toBe('browser | Chromium | 142 | Android | - | - | phone');
  });
});

test('a known agent is described in well under a millisecond', () => {
  const headers = { 'user-agent': `${windows} Chrome/142.0.0.0 Safari/537.36`, ...hints('Google Chrome', 'Windows', '15.0.0') };
  describeClient(headers);
  const before = process.cpuUsage().user;
  for (let round = 0; round < 1000; round++) describeClient(headers);
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(1000);
});

test('the hints that tell Windows 11, models and Brave apart are asked for', () => {
  expect(clientHintHeaders['accept-ch'].split(', ')).toEqual(
    expect.arrayContaining(['Sec-CH-UA-Platform-Version', 'Sec-CH-UA-Model', 'Sec-CH-UA-Full-Version-List']),
  );
});

describe('contradictions', () => {
  const chrome = (agent: string) => `${agent} Chrome/142.0.0.0 Safari/537.36`;
  test.each<[string, Headers, string[]]>([
    ['none without hints', { 'user-agent': chrome(windows) }, []],
    ['none in an honest Windows', { 'user-agent': chrome(windows), ...hints('Google Chrome', 'Windows', '15.0.0') }, []],
    [
      'none in an honest phone',
      { 'user-agent': `${android} Chrome/142.0.0.0 Mobile Safari/537.36`, ...hints('Google Chrome', 'Android', '16', 'Pixel 9', '?1') },
      [],
    ],
    ['none in a phone that asks for the desktop site', { 'user-agent': chrome(linux), ...hints('Google Chrome', 'Android', '16', 'Pixel 9') }, []],
    [
      'none in Opera, whose own version differs',
      { 'user-agent': `${windows} Chrome/142.0.0.0 Safari/537.36 OPR/126.0.0.0`, ...hints('Opera', 'Windows', '15') },
      [],
    ],
    ['the platform', { 'user-agent': chrome(windows), ...hints('Google Chrome', 'Linux', '6.1') }, ['hints_disagree_with_agent']],
    [
      'the mobile flag',
      { 'user-agent': chrome(windows), ...hints('Google Chrome', 'Windows', '15', '', '?1') },
      ['mobile_flag_disagrees_with_agent'],
    ],
    [
      'the version',
      { 'user-agent': `${windows} Chrome/99.0.0.0 Safari/537.36`, ...hints('Google Chrome', 'Windows', '15') },
      ['version_disagrees_with_agent'],
    ],
    [
      'the engine',
      { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:144.0) Gecko/20100101 Firefox/144.0', ...hints('Google Chrome', 'Windows', '15') },
      ['engine_disagrees_with_agent'],
    ],
    [
      'a Safari that is none',
      { 'user-agent': `${macWebKit} Version/18.5 Safari/605.1.15`, ...hints('Google Chrome', 'Windows', '15') },
      ['hints_disagree_with_agent', 'engine_disagrees_with_agent'],
    ],
  ])('%s', (_name, headers, expected) => {
    expect(clientContradictions(headers)).toEqual(expected);
  });
});

describe('the client family', () => {
  const client = (agent: string) => describeClient({ 'user-agent': agent });
  const safariOnMac = client(`${macWebKit} Version/26.0 Safari/605.1.15`);
  const safariOnIpad = client(`${ipad('18_6')} Version/26.1 Mobile/15E148 Safari/604.1`);
  const safariOnIphone = client(`${iphone('18_6')} Version/26.0 Mobile/15E148 Safari/604.1`);
  const chromeOnWindows = client(`${windows} Chrome/142.0.0.0 Safari/537.36`);

  test('survives an update', () => {
    expect(sameClientFamily(chromeOnWindows, client(`${windows} Chrome/150.0.0.0 Safari/537.36`))).toBe(true);
  });
  test('joins "Mac or iPad" with an iPad, and not with an iPhone', () => {
    expect([sameClientFamily(safariOnMac, safariOnIpad), sameClientFamily(safariOnMac, safariOnIphone)]).toEqual([true, false]);
  });
  test('parts browsers and systems', () => {
    expect(sameClientFamily(chromeOnWindows, client(`${windows} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`))).toBe(false);
    expect(sameClientFamily(chromeOnWindows, client(`${linux} Chrome/142.0.0.0 Safari/537.36`))).toBe(false);
  });
  test('does not hold between two of which nothing is known', () => {
    expect(sameClientFamily(client(''), client(''))).toBe(false);
  });
});
