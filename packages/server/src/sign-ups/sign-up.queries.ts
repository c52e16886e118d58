import type { Locale } from '@warder/api';
import type { Selectable } from 'kysely';
import type { Database, Db, Tx } from '../db/index.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { AccountId } from '../kernel/ids.ts';

const flowLifetimeSeconds = 3_600;
const maxResends = 3;

/** A sign-up under way: the address is not proven yet, and nobody has the account. */
export interface SignUpFlow {
  tokenHash: Buffer;
  accountId: AccountId;
  email: string;
  passwordHash: string;
  /** The breach corpus was asked about the password. */
  breachChecked: boolean;
  locale: Locale;
  timeZone: string;
  /** The address had an account when this began: no code of this flow is ever sent, so that it cannot be finished. */
  emailTaken: boolean;
  createdAt: Date;
  expiresAt: Date;
}

const toFlow = (row: Selectable<Database['sign_up_flows']>): SignUpFlow => ({
  tokenHash: row.token_hash,
  accountId: row.account_id,
  email: row.email,
  passwordHash: row.password_hash,
  breachChecked: row.breach_checked,
  locale: row.locale,
  timeZone: row.time_zone,
  emailTaken: row.email_taken,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

export async function insertSignUpFlow(tx: Tx, flow: Omit<SignUpFlow, 'createdAt' | 'expiresAt'>, now: Date): Promise<SignUpFlow> {
  const row = await tx
    .insertInto('sign_up_flows')
    .values({
      token_hash: flow.tokenHash,
      account_id: flow.accountId,
      email: flow.email,
      password_hash: flow.passwordHash,
      breach_checked: flow.breachChecked,
      locale: flow.locale,
      time_zone: flow.timeZone,
      email_taken: flow.emailTaken,
      created_at: now,
      expires_at: addSeconds(now, flowLifetimeSeconds),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toFlow(row);
}

/** The flow while it is open, locked. */
export async function lockSignUpFlow(tx: Tx, tokenHash: Buffer, now: Date): Promise<SignUpFlow | null> {
  const row = await tx
    .selectFrom('sign_up_flows')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return row ? toFlow(row) : null;
}

/** Counts a mail sent again; false when the flow has had its three. */
export async function countSignUpResend(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const counted = await tx
    .updateTable('sign_up_flows')
    .set((eb) => ({ resends: eb('resends', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('resends', '<', maxResends)
    .executeTakeFirst();
  return counted.numUpdatedRows === 1n;
}

export async function endSignUpFlow(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.updateTable('sign_up_flows').set({ ended_at: now }).where('token_hash', '=', tokenHash).execute();
}

export async function deleteExpiredSignUps(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('sign_up_flows').where('expires_at', '<', before).execute();
}
