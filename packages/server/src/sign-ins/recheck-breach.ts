import { lockAccount } from '../accounts/index.ts';
import { recordEvent } from '../audit/index.ts';
import { markBreachChecked, type Passwords } from '../credentials/index.ts';
import { publish } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import type { AccountId } from '../kernel/ids.ts';

interface UnjudgedPassword {
  accountId: AccountId;
  changedAt: Date;
  password: string;
}

async function recheck(
  { db, clock, keyring, random, enqueue }: Ground,
  passwords: Passwords,
  { accountId, changedAt, password }: UnjudgedPassword,
): Promise<void> {
  const breached = await passwords.isBreached(password);
  if (breached === null) return;
  await db.transaction().execute(async (tx) => {
    const now = clock.now();
    if (!(await lockAccount(tx, keyring, accountId)) || !(await markBreachChecked(tx, accountId, changedAt, breached, now)) || !breached) return;
    await recordEvent(
      tx,
      { random, enqueue },
      accountId,
      { type: 'credential-compromise', credential: 'password' },
      { initiatingEntity: 'system' },
      now,
    );
    await publish(tx, { topic: 'account-changed', accountId });
  });
}

/**
 * Asks the breach corpus again about a password that it could not be asked about when it was chosen: sign-in is the one moment at which the password is known.
 * Nobody waits for it and nothing depends on it (ACC-2).
 *
 * Records: `credential-compromise` when the password is in a breach.
 */
export function recheckBreach(ground: Ground, passwords: Passwords, unjudged: UnjudgedPassword): void {
  recheck(ground, passwords, unjudged).catch((error: unknown) =>
    ground.log.warn({ err: error }, 'a password could not be compared with the breach corpus'),
  );
}
