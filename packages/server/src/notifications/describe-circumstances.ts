import type { Locale } from '@warder/api';
import { describeAnonymity, describeClient, describeEstimatedPlace, describeTime, type Translator } from '@warder/words';
import { inertText } from './inert-text.ts';
import type { Circumstances } from './mail.ts';

/** One line of a table of facts. The value is inert, and still to be escaped in HTML. */
export interface Fact {
  label: string;
  value: string;
}

/** Whose language and clock a mail or page speaks. */
export interface Reader {
  locale: Locale;
  timeZone: string;
  t: Translator;
}

function deviceOf({ client, deviceName }: Pick<Circumstances, 'client' | 'deviceName'>, t: Translator): string | null {
  const described = client && inertText(describeClient(client, t));
  if (deviceName === null) return described;
  return described === null ? inertText(deviceName) : `${inertText(deviceName)} · ${described}`;
}

/** Which device, where and when, in the reader's language and time zone (ALR-3). The holder's own name for a device stands beside the facts, not in their place. */
export function describeCircumstances(
  told: Omit<Circumstances, 'deviceName'> & { deviceName?: string | null },
  { locale, timeZone, t }: Reader,
): Fact[] {
  const { at, client, origin, deviceName = null } = told;
  const facts: [string, string | null][] = [
    [t('common.device'), deviceOf({ client, deviceName }, t)],
    [t('common.place'), origin && inertText(describeEstimatedPlace(origin, locale, t))],
    [t('common.ipAddress'), origin && inertText(origin.ip)],
    [t('mail.network'), origin?.anonymity ? describeAnonymity(origin.anonymity, t) : null],
    [t('common.time'), describeTime(at, { locale, timeZone }, t)],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}
