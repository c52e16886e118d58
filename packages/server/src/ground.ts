import type { Logger } from 'pino';
import type { Db } from './db/index.ts';
import type { Enqueue } from './jobs/index.ts';
import type { Clock } from './kernel/clock.ts';
import type { Random } from './kernel/ids.ts';
import type { Keyring } from './kernel/secrets.ts';
import type { Origins } from './network/index.ts';

/** Numbers and names that the operator sets. */
export interface Policy {
  /** Origin of Warder's own pages, without a trailing slash. */
  publicUrl: string;
  /** A session unused for this long ends. @see NIST SP 800-63B-4 §2.2.3 */
  inactivitySeconds: number;
  /** A session ends this long after its sign-in, used or not. @see NIST SP 800-63B-4 §2.2.3 */
  lifetimeSeconds: number;
  /** How long sign-in records are kept. */
  retentionDays: number;
}

/** What every command stands on: the database, time, randomness, keys, jobs, what is known of addresses, policy. */
export interface Ground {
  db: Db;
  clock: Clock;
  random: Random;
  keyring: Keyring;
  enqueue: Enqueue;
  origins: Origins;
  policy: Policy;
  log: Logger;
}
