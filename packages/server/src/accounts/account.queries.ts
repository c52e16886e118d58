import type { Locale, ReviewReminder } from '@warder/api';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../db/index.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Keyring } from '../kernel/secrets.ts';
import type { AccountTable } from './account.table.ts';
import type { Account } from './account.ts';

const toAccount = (row: Selectable<AccountTable>, keyring: Keyring): Account => ({
  id: row.id,
  email: row.email,
  standing: row.standing,
  locale: row.locale,
  timeZone: row.time_zone,
  antiPhishingCode: row.anti_phishing_code_sealed && keyring.open(row.anti_phishing_code_sealed, row.id),
  sessionEpoch: row.session_epoch,
  trustResetAt: row.trust_reset_at,
  reviewReminder: row.review_reminder,
  reviewedAt: row.reviewed_at,
  createdAt: row.created_at,
});

export async function findAccount(db: Db, keyring: Keyring, accountId: AccountId): Promise<Account | null> {
  const row = await db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirst();
  return row ? toAccount(row, keyring) : null;
}

/** The account with its row locked: every command that changes what belongs to an account begins here, so that two of them have one order. */
export async function lockAccount(tx: Tx, keyring: Keyring, accountId: AccountId): Promise<Account | null> {
  const row = await tx.selectFrom('accounts').selectAll().where('id', '=', accountId).forUpdate().executeTakeFirst();
  return row ? toAccount(row, keyring) : null;
}

export async function findAccountIdByEmail(db: Db, email: string): Promise<AccountId | null> {
  const row = await db.selectFrom('account_emails').select('account_id').where('email_key', '=', email).executeTakeFirst();
  return row?.account_id ?? null;
}

export async function insertAccount(tx: Tx, account: { id: AccountId; email: string; locale: Locale; timeZone: string }, now: Date): Promise<void> {
  await tx.insertInto('account_emails').values({ email_key: account.email, account_id: account.id }).execute();
  await tx
    .insertInto('accounts')
    .values({ id: account.id, email: account.email, locale: account.locale, time_zone: account.timeZone, created_at: now, reviewed_at: now })
    .execute();
}

export async function updateSettings(
  tx: Tx,
  accountId: AccountId,
  settings: { locale?: Locale | undefined; timeZone?: string | undefined; reviewReminder?: ReviewReminder | undefined },
): Promise<void> {
  const { locale, timeZone, reviewReminder } = settings;
  await tx
    .updateTable('accounts')
    .set({ ...(locale && { locale }), ...(timeZone && { time_zone: timeZone }), ...(reviewReminder && { review_reminder: reviewReminder }) })
    .where('id', '=', accountId)
    .execute();
}

export async function setAntiPhishingCode(tx: Tx, keyring: Keyring, accountId: AccountId, code: string | null): Promise<void> {
  const sealed = code === null ? null : keyring.seal(code, accountId);
  await tx.updateTable('accounts').set({ anti_phishing_code_sealed: sealed }).where('id', '=', accountId).execute();
}

export async function setReviewed(tx: Tx, accountId: AccountId, now: Date): Promise<void> {
  await tx.updateTable('accounts').set({ reviewed_at: now }).where('id', '=', accountId).execute();
}

/** Every device must pass all proofs at its next sign-in (ACC-6). */
export async function resetTrust(tx: Tx, accountId: AccountId, now: Date): Promise<void> {
  await tx.updateTable('accounts').set({ trust_reset_at: now }).where('id', '=', accountId).execute();
}

/** Kills every session of the account at once, listed or not; answers the new epoch. */
export async function bumpSessionEpoch(tx: Tx, accountId: AccountId): Promise<number> {
  const row = await tx
    .updateTable('accounts')
    .set((eb) => ({ session_epoch: eb('session_epoch', '+', 1) }))
    .where('id', '=', accountId)
    .returning('session_epoch')
    .executeTakeFirstOrThrow();
  return row.session_epoch;
}
