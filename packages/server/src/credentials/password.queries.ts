import type { Db, Tx } from '../db/index.ts';
import type { AccountId } from '../kernel/ids.ts';

export interface StoredPassword {
  hash: string;
  changedAt: Date;
  /** Null while the breach corpus could not be asked about it. */
  breachCheckedAt: Date | null;
  /** When it was found in a breach, after it had been chosen. */
  breachedAt: Date | null;
}

export async function findPassword(db: Db, accountId: AccountId): Promise<StoredPassword | null> {
  const row = await db.selectFrom('passwords').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  return row ? { hash: row.hash, changedAt: row.changed_at, breachCheckedAt: row.breach_checked_at, breachedAt: row.breached_at } : null;
}

export async function setPassword(tx: Tx, accountId: AccountId, password: { hash: string; breachChecked: boolean }, now: Date): Promise<void> {
  const values = { hash: password.hash, changed_at: now, breach_checked_at: password.breachChecked ? now : null, breached_at: null };
  await tx
    .insertInto('passwords')
    .values({ account_id: accountId, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
    .execute();
}

/** The same password under newer parameters. Does nothing when the password was changed meanwhile. */
export async function rehashPassword(db: Db, accountId: AccountId, from: string, to: string): Promise<void> {
  await db.updateTable('passwords').set({ hash: to }).where('account_id', '=', accountId).where('hash', '=', from).execute();
}

/** Keeps what the breach corpus said of the password that was set at `changedAt`; false when it was changed or told of meanwhile. */
export async function markBreachChecked(tx: Db, accountId: AccountId, changedAt: Date, breached: boolean, now: Date): Promise<boolean> {
  const marked = await tx
    .updateTable('passwords')
    .set({ breach_checked_at: now, breached_at: breached ? now : null })
    .where('account_id', '=', accountId)
    .where('changed_at', '=', changedAt)
    .where('breach_checked_at', 'is', null)
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
}
