import type { Client, Judgement, Origin } from '@warder/api';
import { dayMs } from '../kernel/clock.ts';
import { cityKey, firstDeviceId, type Habits, type History, habitsBefore } from './habits.ts';
import { unusualHour } from './unusual-hour.ts';

/** A device as it is judged. Client and origin are those of its latest sign-in. */
export interface JudgedDevice {
  id: string;
  name: string | null;
  client: Client;
  origin: Origin;
  firstSeenAt: Date;
  signedInAt: Date;
  lastActiveAt: Date;
  online: boolean;
  /** When the holder said "it was me". */
  confirmedAt: Date | null;
  contradictions: readonly string[];
  resembles: { name: string } | null;
  /** The device that asks. */
  current: boolean;
}

const newDays = 30;
const unusedDays = 90;
const levels: readonly Judgement['level'][] = ['danger', 'warning', 'notice'];

const daysBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / dayMs);

const macOrIpad: ReadonlySet<string> = new Set(['macOS', 'iPadOS', 'Mac or iPad']);

/** An iPad may present itself as a Mac and as "Mac or iPad", so that only a change out of the three is one. */
const systemSeen = (os: string, { systems }: Habits): boolean =>
  systems.has(os) || (macOrIpad.has(os) && [...systems].some((seen) => macOrIpad.has(seen)));

const systemIsNew = ({ client }: JudgedDevice, habits: Habits): boolean =>
  client.os !== null && habits.systems.size > 0 && !systemSeen(client.os, habits);

/** From a place or a network where the holder signs in anyway. */
const familiarPlace = ({ origin }: JudgedDevice, habits: Habits): boolean => {
  const city = cityKey(origin);
  return origin.kind === 'public' && ((city !== null && habits.cities.has(city)) || (origin.asn !== null && habits.asns.has(origin.asn)));
};

/** A new phone at home is worth a word; a new system from elsewhere is worth a look. */
function judgeSystem(device: JudgedDevice, habits: Habits): Judgement[] {
  if (!systemIsNew(device, habits) || device.client.os === null) return [];
  const level = familiarPlace(device, habits) || device.origin.kind === 'local' ? 'notice' : 'warning';
  return [{ field: 'client', code: 'strange_system', level, values: { system: device.client.os } }];
}

/** A country is judged first; a city only within a country that is known, and never above a notice, since cities are estimates. */
function judgePlace(device: JudgedDevice, habits: Habits): Judgement[] {
  const { kind, country, city } = device.origin;
  if (kind !== 'public' || country === null || habits.countries.size === 0) return [];
  if (!habits.countries.has(country)) {
    return [{ field: 'place', code: 'new_country', level: systemIsNew(device, habits) ? 'danger' : 'warning', values: { country } }];
  }
  const cityKnownThere = [...habits.cities].some((key) => key.startsWith(`${country} `));
  if (city === null || !cityKnownThere || habits.cities.has(`${country} ${city}`)) return [];
  return [{ field: 'place', code: 'new_city', level: 'notice', values: { country, city } }];
}

function judgeHour(device: JudgedDevice, habits: Habits, timeZone: string): Judgement[] {
  const hour = unusualHour(
    device.signedInAt,
    habits.signIns.map(({ at }) => at),
    timeZone,
  );
  return hour === null ? [] : [{ field: 'time', code: 'unusual_hour', level: 'notice', values: { hour } }];
}

/** A program that calls an API usually lives in a hosting network; people do not. */
function judgeNetwork({ client, origin: { anonymity } }: JudgedDevice, habits: Habits): Judgement[] {
  const evaluable = habits.signIns.some(({ origin }) => origin.kind === 'public');
  if (!anonymity || !evaluable || habits.anonymityKinds.has(anonymity.kind)) return [];
  if (client.kind === 'api' && anonymity.kind === 'hosting') return [];
  const { kind, source } = anonymity;
  return [{ field: 'network', code: 'anonymised_network', level: 'warning', values: { kind, source } }];
}

const judgeContradictions = ({ contradictions }: JudgedDevice): Judgement[] =>
  contradictions.length === 0
    ? []
    : [{ field: 'client', code: 'contradicting_client', level: 'warning', values: { contradictions: contradictions.join(' ') } }];

function judgeUse({ lastActiveAt }: JudgedDevice, now: Date): Judgement[] {
  const days = daysBetween(lastActiveAt, now);
  return days <= unusedDays ? [] : [{ field: 'lastActive', code: 'unused_90_days', level: 'notice', values: { days } }];
}

function judgeNovelty({ firstSeenAt, resembles }: JudgedDevice, now: Date): Judgement[] {
  const days = Math.max(0, daysBetween(firstSeenAt, now));
  const found: Judgement[] = [];
  if (days <= newDays) found.push({ field: 'device', code: 'new_device', level: 'notice', values: { days } });
  if (resembles) found.push({ field: 'device', code: 'resembles_device', level: 'notice', values: { name: resembles.name } });
  return found;
}

/** What is strange about a device that the holder has not confirmed, and that is not the one the account began with. */
function judgeStranger(device: JudgedDevice, habits: Habits, now: Date, timeZone: string): Judgement[] {
  return [...judgePlace(device, habits), ...judgeSystem(device, habits), ...judgeHour(device, habits, timeZone), ...judgeNovelty(device, now)];
}

const alarming = ({ level }: Judgement): boolean => level !== 'notice';
const byLevel = (a: Judgement, b: Judgement): number => levels.indexOf(a.level) - levels.indexOf(b.level);

/** Highest priority: somebody who looks strange is in the account at this moment. */
const onlineStranger: Judgement = { field: 'status', code: 'online_stranger', level: 'danger', values: {} };

/**
 * Everything remarkable about a device (DEV-3), gravest first, in a fixed order. The latest sign-in is compared with what the holder did before
 * it; what cannot be evaluated is left out. The holder's "it was me" silences all but long disuse, contradictions and a changed network.
 */
export function judgeDevice(device: JudgedDevice, history: History, now: Date, timeZone: string): Judgement[] {
  const habits = habitsBefore(device.signedInAt, device, history);
  const familiar = device.confirmedAt !== null || device.id === firstDeviceId(history);
  const found = [
    ...(familiar ? [] : judgeStranger(device, habits, now, timeZone)),
    ...judgeNetwork(device, habits),
    ...judgeContradictions(device),
    ...judgeUse(device, now),
  ];
  const strangerIsIn = device.online && !device.current && !familiar && found.some(alarming);
  return (strangerIsIn ? [onlineStranger, ...found] : found).toSorted(byLevel);
}

/** True when the list should ask "was this you?" of the device: another one, not confirmed, with a warning or a danger (ui principle 2). */
export const needsAttention = (judgements: readonly Judgement[], device: Pick<JudgedDevice, 'current' | 'confirmedAt'>): boolean =>
  !device.current && device.confirmedAt === null && judgements.some(alarming);
