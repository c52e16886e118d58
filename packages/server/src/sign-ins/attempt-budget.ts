import type { Db } from '../db/index.ts';
import { minuteMs, secondMs } from '../kernel/clock.ts';
import { networkKey } from '../network/index.ts';
import { giveBack, type Rate, refill, takeFrom } from './throttle.ts';

const minutes = (count: number) => (count * minuteMs) / secondMs;

/**
 * What an attacker elsewhere cannot use up: a device that the account knows has a budget of its own, and so has each network against each account.
 * The budget of all strangers together slows a distributed attack; when it is spent, a network that has hardly tried still gets its floor,
 * so that the holder on a new device is never locked out (ACC-5).
 */
const rates = {
  knownDevice: { burst: 10, intervalSeconds: minutes(1) },
  networkAndSubject: { burst: 8, intervalSeconds: minutes(2) },
  network: { burst: 60, intervalSeconds: 10 },
} as const satisfies Record<string, Rate>;

/**
 * What strangers share, and what each fresh network still gets once that is spent. A password is one of very many; a code is one of a million, so that
 * a thousand networks that guess at codes must be held to some tens of thousands of guesses a day.
 */
const shared = {
  password: { strangers: { burst: 40, intervalSeconds: minutes(5) }, floor: { burst: 3, intervalSeconds: minutes(10) } },
  code: { strangers: { burst: 20, intervalSeconds: minutes(10) }, floor: { burst: 2, intervalSeconds: minutes(60) } },
} as const satisfies Record<string, Record<string, Rate>>;

/** Passwords and second factors are counted apart: wrong passwords must not use up the holder's codes (Keycloak #46164). */
export type AttemptKind = 'password' | 'second-factor' | 'email-code' | 'step-up' | 'password-reset';

const sharedBy = (kind: AttemptKind) => (kind === 'second-factor' || kind === 'email-code' ? shared.code : shared.password);

export interface Attempt {
  kind: AttemptKind;
  /** What is being guessed: a hash that exists for unknown addresses too, so that both are throttled alike. */
  subject: string;
  ip: string;
  /** A device of the account that this request comes from, proven by its key or, lacking one, its cookie. */
  knownDevice: string | null;
}

/** Counts an attempt before it is judged; answers 0, or how many seconds to wait. */
export async function takeAttempt(db: Db, { kind, subject, ip, knownDevice }: Attempt, now: Date): Promise<number> {
  if (knownDevice) return takeFrom(db, `${kind}:${subject}:device:${knownDevice}`, rates.knownDevice, now);
  const network = networkKey(ip);
  const perNetwork = await takeFrom(db, `${kind}:network:${network}`, rates.network, now);
  if (perNetwork > 0) return perNetwork;
  const perSubject = await takeFrom(db, `${kind}:${subject}:network:${network}`, rates.networkAndSubject, now);
  if (perSubject > 0) return perSubject;
  const strangers = await takeFrom(db, `${kind}:${subject}:strangers`, sharedBy(kind).strangers, now);
  if (strangers === 0) return 0;
  return takeFrom(db, `${kind}:${subject}:floor:${network}`, sharedBy(kind).floor, now);
}

/** After a success the one who succeeded starts afresh; what strangers used up stays used up. */
export async function forgiveAttempts(db: Db, { kind, subject, ip, knownDevice }: Attempt): Promise<void> {
  if (knownDevice) return refill(db, `${kind}:${subject}:device:${knownDevice}`);
  const network = networkKey(ip);
  await refill(db, `${kind}:${subject}:network:${network}`);
  await giveBack(db, `${kind}:network:${network}`, rates.network);
  await giveBack(db, `${kind}:${subject}:strangers`, sharedBy(kind).strangers);
}
