import type { Db, Tx } from '../db/index.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { AccountId } from '../kernel/ids.ts';

const flowLifetimeSeconds = 1_800;

export async function insertResetFlow(tx: Tx, flow: { tokenHash: Buffer; emailSealed: Buffer }, now: Date): Promise<Date> {
  const expiresAt = addSeconds(now, flowLifetimeSeconds);
  await tx
    .insertInto('password_reset_flows')
    .values({ token_hash: flow.tokenHash, email_sealed: flow.emailSealed, created_at: now, expires_at: expiresAt })
    .execute();
  return expiresAt;
}

/** The flow while it is open, locked. */
export async function lockResetFlow(tx: Tx, tokenHash: Buffer, now: Date): Promise<{ accountId: AccountId | null; emailSealed: Buffer } | null> {
  const row = await tx
    .selectFrom('password_reset_flows')
    .select(['account_id', 'email_sealed'])
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return row ? { accountId: row.account_id, emailSealed: row.email_sealed } : null;
}

export async function nameAccount(tx: Tx, tokenHash: Buffer, accountId: AccountId): Promise<void> {
  await tx.updateTable('password_reset_flows').set({ account_id: accountId }).where('token_hash', '=', tokenHash).execute();
}

export async function endResetFlow(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.updateTable('password_reset_flows').set({ ended_at: now }).where('token_hash', '=', tokenHash).execute();
}

export async function deleteExpiredResets(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('password_reset_flows').where('expires_at', '<', before).execute();
}
