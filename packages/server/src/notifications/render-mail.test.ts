import { type Client, type Locale, locales, type Origin } from '@warder/api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertKind, AlertSubject, Circumstances, Mail } from './mail.ts';
import type { Recipient } from './notify.ts';
import { renderMail } from './render-mail.ts';

const client: Client = {
  kind: 'browser',
  name: 'Chrome',
  version: '141',
  engine: 'Blink',
  os: 'Android',
  osVersion: '16',
  model: null,
  form: 'phone',
};
const origin: Origin = {
  ip: '197.210.54.77',
  kind: 'public',
  country: 'NG',
  region: null,
  city: 'Lagos',
  latitude: 6.5,
  longitude: 3.4,
  radiusKm: 200,
  asn: 29465,
  network: 'MTN',
  anonymity: { kind: 'vpn', source: 'exits', asOf: null },
};
const told: Circumstances = { at: '2026-11-20T20:12:09.000Z', client, origin, deviceName: 'Home-iMac' };
const link = 'k'.repeat(64);
const publicUrl = 'https://warder.example';
const alice = (locale: Locale, antiPhishingCode: string | null = 'blue lighthouse'): Recipient => ({
  email: 'alice@example.com',
  locale,
  timeZone: 'Asia/Tokyo',
  antiPhishingCode,
});

const subjects: { [K in AlertKind]: Extract<AlertSubject, { kind: K }> } = {
  new_device: { kind: 'new_device', looksLike: 'Kitchen iPad' },
  password_changed: { kind: 'password_changed' },
  password_reset: { kind: 'password_reset' },
  password_breached: { kind: 'password_breached' },
  authenticator_bound: { kind: 'authenticator_bound' },
  authenticator_removed: { kind: 'authenticator_removed' },
  recovery_codes_replaced: { kind: 'recovery_codes_replaced' },
  recovery_code_used: { kind: 'recovery_code_used', left: 3 },
  anti_phishing_code_changed: { kind: 'anti_phishing_code_changed' },
  logged_out_everywhere: { kind: 'logged_out_everywhere' },
};
const alerts: Mail[] = Object.values(subjects).map((subject) => ({ ...subject, ...told, link }));
const digest: Mail = { kind: 'alert_digest', alerts: Object.values(subjects).map((subject) => ({ ...subject, ...told })), link };
const codes: Mail[] = [
  { kind: 'sign_up_code', code: '482913', minutes: 10 },
  { kind: 'sign_in_code', code: '482913', minutes: 10, at: told.at, client, origin },
  { kind: 'password_reset_code', code: '482913', minutes: 10, at: told.at, client, origin },
];
const others: Mail[] = [
  { kind: 'sign_up_existing_account' },
  { kind: 'review_reminder', devices: 7, needAttention: 0 },
  { kind: 'review_reminder', devices: 7, needAttention: 1 },
  {
    kind: 'unused_devices',
    devices: [
      { name: 'Kitchen iPad', client, lastActiveAt: told.at },
      { name: null, client, lastActiveAt: told.at },
    ],
  },
];
const everyMail = [...alerts, digest, ...codes, ...others];

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
/** What a reader of the HTML sees, as one line. */
const seen = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? '')
    .replace(/\s+/g, ' ');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe.each(locales)('in %s', (locale) => {
  const render = (mail: Mail, recipient = alice(locale)) => renderMail(mail, recipient, publicUrl);

  test.each(everyMail)('$kind says in its text what its HTML says', (mail) => {
    const { html, text } = render(mail);
    const inHtml = seen(html);
    const said = text.split('\n').filter((line) => !/^(?:-- |https:)/.test(line) && line.trim() !== '');
    for (const line of said) {
      const parts = [line, line.replace(/[:：] ?/, ' ')].map(oneLine);
      expect(
        parts.some((part) => inHtml.includes(part)),
        line,
      ).toBe(true);
    }
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    expect(text.match(/^https:.*$/gm) ?? []).toEqual(hrefs);
    expect(inHtml + text).not.toMatch(/[{}]|undefined|NaN|\[object/);
  });

  test.each(everyMail)('$kind names its language, loads nothing and runs nothing', (mail) => {
    const { html } = render(mail);
    expect(html).toContain(`<html lang="${locale === 'zh' ? 'zh-Hans' : locale}"`);
    expect(html).not.toMatch(/<(?:img|script|link|iframe|object|svg)\b|url\(|\son\w+=|https?:\/\/(?!warder\.example|www\.w3\.org)/i);
    expect(html).toContain('name="color-scheme" content="light dark"');
  });

  test.each(everyMail)('$kind shows the anti-phishing code before anything else', (mail) => {
    const { html, text, subject } = render(mail);
    expect(text.split('\n')[0]).toContain('blue lighthouse');
    expect(html.indexOf('blue lighthouse')).toBeGreaterThan(0);
    expect(html.indexOf('blue lighthouse')).toBeLessThan(html.indexOf('<h1'));
    expect(subject).not.toContain('blue lighthouse');
  });

  test.each(everyMail)('$kind leaves the anti-phishing code out when none is set', (mail) => {
    const { html, text, subject } = render(mail, alice(locale, null));
    expect(text.startsWith(subject)).toBe(true);
    expect(html).not.toContain('class="soft"');
  });

  test.each([...alerts, digest].filter(({ kind }) => kind !== 'password_breached'))(
    '$kind says what, which device, where and when, and carries the way to answer (ALR-3)',
    (mail) => {
      const { html, text, subject } = render(mail);
      for (const part of ['Home-iMac', 'Chrome 141', 'Lagos', '197.210.54.77', '5:12:09', 'GMT+9', subject, `${publicUrl}/e/${link}`]) {
        expect(text).toContain(part);
        expect(html).toContain(part);
      }
      expect(text).toMatch(/200[\s\u00A0]?(?:km|公里)/);
      expect(html.match(/\/e\//g)).toHaveLength(1);
    },
  );

  test.each(codes)('$kind shows its code in the body and never in the subject', (mail) => {
    const { html, text, subject } = render(mail);
    expect(text).toMatch(/^ {4}482913$/m);
    expect(html).toMatch(/tabular-nums">482913</);
    expect(subject).not.toContain('482913');
  });

  test('every kind has a subject of its own', () => {
    const lines = everyMail.map((mail) => render(mail).subject);
    expect(new Set(lines).size).toBe(everyMail.length);
  });
});

describe('what comes from outside', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'line\r\nBcc: mallory@evil.test',
    'https://evil.test/login',
    'www.evil.test',
    'mallory@evil.test',
    '\u202Egnp.exe',
    '\\u003cb\\u003e {code} %__lingui_octothorpe__%',
  ];
  const mailsWith = (text: string): Mail[] => {
    const theirs: Circumstances = {
      at: told.at,
      client: { ...client, name: text, os: text, model: text },
      origin: { ...origin, city: text, network: text },
      deviceName: text,
    };
    return [
      { kind: 'new_device', looksLike: text, ...theirs, link },
      {
        kind: 'alert_digest',
        alerts: [
          { kind: 'password_changed', ...theirs },
          { kind: 'new_device', looksLike: text, ...theirs },
        ],
        link,
      },
      { kind: 'sign_in_code', code: '482913', minutes: 10, at: told.at, client: theirs.client, origin: theirs.origin },
      { kind: 'unused_devices', devices: [{ name: text, client: theirs.client ?? client, lastActiveAt: told.at }] },
    ];
  };
  const tagsOf = (html: string) => html.match(/<[a-z][^>]*>/gi)?.map((tag) => tag.replace(/\s.*/s, '')) ?? [];

  test.each(hostile)('adds no markup, no line and no link: %j', (text) => {
    const [plain, theirs] = [mailsWith('Plain'), mailsWith(text)];
    for (const [index, mail] of theirs.entries()) {
      const { html, text: body, subject } = renderMail(mail, alice('en', text), publicUrl);
      const expected = renderMail(plain[index] as Mail, alice('en', 'Plain'), publicUrl);
      expect(tagsOf(html)).toEqual(tagsOf(expected.html));
      expect(body.split('\n')).toHaveLength(expected.text.split('\n').length);
      expect(subject).toBe(expected.subject);
      const around = (part: string) => part.replaceAll('alice@example.com', '').replaceAll(publicUrl, '');
      expect(around(body)).not.toMatch(/https?:\/\/|www\.\w|\w@\w|evil\.test|[\u202A-\u202E]/);
      expect(around(seen(html))).not.toMatch(/https?:\/\/|www\.\w|\w@\w|evil\.test|[\u202A-\u202E]/);
    }
  });

  test('whatever it is, the subject is one line of our own words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const mail of mailsWith(text)) {
          const { subject, html } = renderMail(mail, alice('en', text || null), publicUrl);
          if (/[\p{Cc}\p{Cf}]/u.test(subject) || !html.trimEnd().endsWith('</html>')) return false;
        }
        return true;
      }),
      { numRuns: 50 },
    );
  });
});

test("a password in a breach is nobody's act: the mail leads to a new one", () => {
  const { html, text } = renderMail({ ...subjects.password_breached, ...told, link }, alice('en'), publicUrl);
  expect(text).toContain(`${publicUrl}/reset-password`);
  expect(html + text).not.toContain('/e/');
});

test('an anti-phishing code that was taken away is said to be gone', () => {
  const mail: Mail = { ...subjects.anti_phishing_code_changed, ...told, link };
  expect(renderMail(mail, alice('en', null), publicUrl).text).toContain('was removed');
  expect(renderMail(mail, alice('en'), publicUrl).text).toContain('was changed');
});

test('an alert about which nothing more is known still says when', () => {
  const { text } = renderMail({ kind: 'password_reset', at: told.at, client: null, origin: null, deviceName: null, link }, alice('en'), publicUrl);
  expect(text).toContain('5:12:09');
  expect(text).not.toMatch(/Device:|Place:|Places are/);
});

test('a flood is told in one mail that no mail client cuts off', () => {
  const many = Array.from({ length: 100 }, () => ({ ...subjects.new_device, ...told }));
  const { html, text, subject } = renderMail({ kind: 'alert_digest', alerts: many, link }, alice('ja'), publicUrl);
  expect(subject).toContain('100');
  expect(text).toContain('80');
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  expect(html.indexOf('/e/')).toBeLessThan(html.indexOf('<h2'));
});
