import type { Client, Origin } from '@warder/api';
import { dayMs } from '../kernel/clock.ts';

/** A successful sign-in. */
export interface PastSignIn {
  at: Date;
  deviceId: string;
  client: Client;
  origin: Origin;
  /** The holder has said "it was me" of its device. */
  confirmed: boolean;
}

/**
 * Successful sign-ins of the account, in any order, a few hundred at most. Give the latest sign-in of every known device too: those outlive the
 * retention of records, so that whoever comes after a long absence is still compared with something.
 */
export interface History {
  signIns: readonly PastSignIn[];
  /** The device that the account began with, removed or not; else the one of the earliest sign-in given. */
  firstDeviceId?: string | null;
}

/** What this holder does, drawn from the sign-ins that count. */
export interface Habits {
  signIns: readonly PastSignIn[];
  countries: ReadonlySet<string>;
  /** `JP Tokyo` */
  cities: ReadonlySet<string>;
  systems: ReadonlySet<string>;
  asns: ReadonlySet<number>;
  anonymityKinds: ReadonlySet<string>;
}

/**
 * How long an unconfirmed device must have gone unremoved until its sign-ins count as the holder's own. Without it, the second device
 * of an attacker would look familiar because of the first.
 */
const settlingDays = 7;

/** Of two at one moment the id decides, so that the order in which they are given does not. */
const isEarlier = (a: PastSignIn, b: PastSignIn): boolean => a.at < b.at || (a.at.getTime() === b.at.getTime() && a.deviceId < b.deviceId);

/** The device that the account began with. It is the measure, so it is never strange. */
export function firstDeviceId({ signIns, firstDeviceId: known }: History): string | null {
  if (known !== undefined) return known;
  let first: PastSignIn | undefined;
  for (const signIn of signIns) if (!first || isEarlier(signIn, first)) first = signIn;
  return first?.deviceId ?? null;
}

const present = <T>(values: Iterable<T | null>): Set<T> => new Set([...values].filter((value) => value !== null));

export const cityKey = ({ country, city }: Origin): string | null => (country === null || city === null ? null : `${country} ${city}`);

/** Only a public address tells a place. */
const placed = ({ origin }: PastSignIn): boolean => origin.kind === 'public';

/** The habits up to a time, drawn from other devices; a device's own sign-ins count when the holder has confirmed it or began with it. */
export function habitsBefore(before: Date, device: { id: string; confirmedAt: Date | null }, history: History): Habits {
  const first = firstDeviceId(history);
  const settledBefore = before.getTime() - settlingDays * dayMs;
  const counts = ({ at, deviceId, confirmed }: PastSignIn): boolean => {
    if (at >= before) return false;
    if (deviceId === device.id) return device.confirmedAt !== null || deviceId === first;
    return confirmed || deviceId === first || at.getTime() <= settledBefore;
  };
  const signIns = history.signIns.filter(counts);
  const origins = signIns.filter(placed).map(({ origin }) => origin);
  return {
    signIns,
    countries: present(origins.map(({ country }) => country)),
    cities: present(origins.map(cityKey)),
    systems: present(signIns.map(({ client }) => client.os)),
    asns: present(origins.map(({ asn }) => asn)),
    anonymityKinds: present(origins.map(({ anonymity }) => anonymity?.kind ?? null)),
  };
}
