import { type Client, type Locale, locales, type Origin } from '@warder/api';
import { describe, expect, test } from 'vitest';
import { type LinkPageState, linkPage } from './link-page.ts';

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
  asn: 1,
  network: null,
  anonymity: null,
};
const told = { kind: 'new_device', looksLike: 'Kitchen iPad', at: '2026-11-20T20:12:09.000Z', client, origin, deviceName: null } as const;
const token = 't'.repeat(64);
const open: LinkPageState = { kind: 'open', token, told, canEndSession: true };
const show = (state: LinkPageState, locale: Locale = 'en') =>
  linkPage(state, { locale, timeZone: 'Asia/Tokyo', publicUrl: 'https://warder.example' });

const states: LinkPageState[] = [
  open,
  ...(['it_was_me', 'end_session', 'log_out_everywhere'] as const).flatMap((choice): LinkPageState[] => [
    { kind: 'just_done', choice, result: { endedSessions: 2 } },
    { kind: 'used', choice, at: '2026-11-20T20:14:00.000Z', result: { endedSessions: 2 } },
  ]),
  { kind: 'expired' },
  { kind: 'unknown' },
];

describe.each(locales)('in %s', (locale) => {
  test.each(states)('the page says something of its own when it is $kind', (state) => {
    const page = show(state, locale);
    expect(page).toMatch(/<h1>[^<]{4,}<\/h1>/);
    expect(page.slice(page.indexOf('<main>'))).not.toMatch(/undefined|NaN|links\.|[{}]/);
    expect(states.filter((other) => show(other, locale) === page)).toHaveLength(1);
  });

  test('the open page says what, which device, where and when', () => {
    for (const part of ['Chrome 141', 'Lagos', '197.210.54.77', '5:12:09', 'GMT+9', 'Kitchen iPad']) expect(show(open, locale)).toContain(part);
  });
});

describe('the open page', () => {
  test('offers choices of which none is made, so that pressing its button decides nothing', () => {
    const page = show(open);
    const choices = [...page.matchAll(/<input[^>]*>/g)].map(([input]) => input);
    expect(choices).toHaveLength(3);
    expect(choices.every((input) => input.includes('required') && !input.includes('checked'))).toBe(true);
    expect(page.match(/<button[^>]*>/g)).toEqual(['<button class="act">']);
    expect(page).toContain(`<form method="post" action="/e/${token}">`);
  });

  test('offers to end the session only where it is known', () => {
    expect(show(open)).toContain('value="end_session"');
    expect(show({ ...open, canEndSession: false })).not.toContain('value="end_session"');
  });

  test('shows the two ways out before "it was me", and only they are red', () => {
    const page = show(open);
    const order = ['end_session', 'log_out_everywhere', 'it_was_me'].map((choice) => page.indexOf(`value="${choice}"`));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(page.match(/class="choice danger"/g)).toHaveLength(2);
  });

  test('shows what came from outside as text', () => {
    const page = show({ ...open, told: { ...told, looksLike: '<img src=x>', deviceName: '"><b>', client: { ...client, name: '<script>' } } });
    expect(page).not.toMatch(/<img|<script|<b>/);
    expect(page).toContain('&lt;script&gt;');
  });
});

describe('the page after a choice', () => {
  test('says what was done and starts the rest of the remedy', () => {
    const page = show({ kind: 'just_done', choice: 'log_out_everywhere', result: { endedSessions: 5 } });
    expect(page).toContain('5 sessions have ended.');
    expect(page).toContain('https://warder.example/reset-password');
    expect(page).toContain('https://warder.example/sign-in');
    expect(page).not.toContain('<form');
  });

  test('does not alarm who said "it was me"', () => {
    const page = show({ kind: 'just_done', choice: 'it_was_me', result: { endedSessions: 0 } });
    expect(page).not.toContain('reset-password');
  });

  test('can be opened again and then says when it was used, and offers no second choice', () => {
    const page = show({ kind: 'used', choice: 'end_session', at: '2026-11-20T20:14:00.000Z', result: { endedSessions: 1 } });
    expect(page).toContain('5:14:00');
    expect(page).not.toContain('<form');
  });
});
