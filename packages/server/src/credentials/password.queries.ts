import type { Db, Tx } from '../db/index.ts';
import type { AccountId } from '../kernel/ids.ts';

export async function findPassword(db: Db, accountId: AccountId): Promise<{ hash: string; changedAt: Date } | null> {
  const row = await db.selectFrom('passwords').select(['hash', 'changed_at']).where('account_id', '=', accountId).executeTakeFirst();
  return row ? { hash: row.hash, changedAt: row.changed_at } : null;
}

export async function setPassword(tx: Tx, accountId: AccountId, hash: string, now: Date): Promise<void> {
  const values = { account_id: accountId, hash, changed_at: now };
  await tx.insertInto('passwords').values(values).onConflict((conflict) => conflict.column('account_id').doUpdateSet({ hash, changed_at: now })).execute();
}

/** The same password under newer parameters. Does nothing when the password was changed meanwhile. */
export async function rehashPassword(db: Db, accountId: AccountId, from: string, to: string): Promise<void> {
  await db.updateTable('passwords').set({ hash: to }).where('account_id', '=', accountId).where('hash', '=', from).execute();
}
