import type { Locale } from '@warder/api';
import { dateTimeFormat, numberFormat, relativeTimeFormat } from './formatters.ts';
import { languageTag } from './locale.ts';
import type { Translator } from './translator.ts';

/** Whose clock and language. `timeZone` is an IANA name; one that is unknown here counts as UTC. */
export interface Clock {
  locale: Locale;
  timeZone: string;
}

type Instant = Date | string;

const toDate = (at: Instant): Date => (typeof at === 'string' ? new Date(at) : at);

function format(at: Instant, { locale, timeZone }: Clock, options: Intl.DateTimeFormatOptions): string {
  return formatter(locale, timeZone, options).format(toDate(at));
}

function formatter(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return dateTimeFormat(languageTag(locale), { ...options, timeZone });
  } catch {
    return dateTimeFormat(languageTag(locale), { ...options, timeZone: 'UTC' });
  }
}

const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const second = { hour: 'numeric', minute: '2-digit', second: '2-digit' } as const;

function zonePart(at: Instant, { locale, timeZone }: Clock, timeZoneName: 'long' | 'shortOffset'): string {
  const parts = formatter(locale, timeZone, { hour: 'numeric', timeZoneName }).formatToParts(toDate(at));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** "GMT+9"; plain "UTC" without an offset. */
function offsetOf(at: Instant, clock: Clock): string {
  const offset = zonePart(at, clock, 'shortOffset');
  return /^GMT(?:[+-]0)?$/.test(offset) ? 'UTC' : offset;
}

const offsetOnly = /^(?:GMT|UTC)/;

/** The day alone: "Nov 21, 2026". */
export const describeDate = (at: Instant, clock: Clock): string => format(at, clock, day);

/** To the second, without the zone: for lists that name the zone once. "Nov 21, 2026, 5:12:09 AM" */
export const describeTimeWithoutZone = (at: Instant, clock: Clock): string => format(at, clock, { ...day, ...second });

/** The zone with its offset at that time: "Japan Standard Time (GMT+9)". */
export function describeZone(at: Instant, clock: Clock, t: Translator): string {
  const zone = zonePart(at, clock, 'long');
  const offset = offsetOf(at, clock);
  return offsetOnly.test(zone) ? offset : t('common.zoneAtOffset', { zone, offset });
}

/** To the second, with the zone named: "Nov 21, 2026, 5:12:09 AM, Japan Standard Time (GMT+9)". */
export function describeTime(at: Instant, clock: Clock, t: Translator): string {
  const time = describeTimeWithoutZone(at, clock);
  const zone = zonePart(at, clock, 'long');
  const offset = offsetOf(at, clock);
  return offsetOnly.test(zone) ? t('common.timeAtOffset', { time, offset }) : t('common.timeInZone', { time, zone, offset });
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const steps = [
  { unit: 'year', ms: 365 * dayMs },
  { unit: 'month', ms: 30 * dayMs },
  { unit: 'day', ms: dayMs },
  { unit: 'hour', ms: hourMs },
  { unit: 'minute', ms: minuteMs },
] as const;

/** Closes the space that Intl puts behind numbers in Japanese ("3 日前"). */
export const tidyUnits = (text: string, locale: Locale): string => (locale === 'ja' ? text.replace(/(?<=\d)\s+(?=\D)/g, '') : text);

const justNow: Record<Locale, string> = { en: 'just now', zh: '刚刚', ja: 'たった今', ko: '방금 전' };

/** How long ago, in the largest unit that fits: "3 minutes ago"; "just now" within the first minute and for times that a clock ahead puts in the future. */
export function describeLastSeen(at: Instant, now: Date, locale: Locale): string {
  const agoMs = now.getTime() - toDate(at).getTime();
  const step = steps.find(({ ms }) => agoMs >= ms);
  if (!step) return justNow[locale];
  return tidyUnits(relativeTimeFormat(languageTag(locale)).format(-Math.floor(agoMs / step.ms), step.unit), locale);
}

/** A wait, rounded up to what a person would say: "30 seconds", "15 minutes", "2 hours". */
export function describeWait(seconds: number, locale: Locale): string {
  const whole = Math.max(1, Math.ceil(seconds));
  const [value, unit] = whole < 90 ? [whole, 'second'] : whole < 5_400 ? [Math.ceil(whole / 60), 'minute'] : [Math.ceil(whole / 3_600), 'hour'];
  return tidyUnits(numberFormat(languageTag(locale), { style: 'unit', unit, unitDisplay: 'long' }).format(value), locale);
}

/** An hour of the day from 0 to 23 as a clock says it: "3 AM". */
export function describeHour(hour: number, locale: Locale): string {
  const at = new Date(Date.UTC(2000, 0, 1, hour));
  const options = locale === 'zh' ? ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const) : ({ hour: 'numeric' } as const);
  return format(at, { locale, timeZone: 'UTC' }, options);
}
