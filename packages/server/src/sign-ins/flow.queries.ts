import type { Selectable } from 'kysely';
import type { Database, Db, Tx } from '../db/index.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { Random } from '../kernel/ids.ts';
import { newSecret, sha256 } from '../kernel/secrets.ts';
import type { Proof } from '../sessions/index.ts';
import type { SignInFlow } from './sign-in.ts';

/** Long enough to fetch a phone and a mail. */
const flowLifetimeSeconds = 900;
const maxSecondFactorAttempts = 5;
const maxResends = 3;

const toFlow = (row: Selectable<Database['sign_in_flows']>): SignInFlow => ({
  tokenHash: row.token_hash,
  accountId: row.account_id,
  sessionEpoch: row.session_epoch,
  evidence: row.evidence,
  delivery: row.delivery,
  proofs: row.proofs,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

/** Starts a flow; answers the secret that names it to its browser. */
export async function insertFlow(
  tx: Tx,
  random: Random,
  flow: Pick<SignInFlow, 'accountId' | 'sessionEpoch' | 'evidence' | 'delivery' | 'proofs'>,
  now: Date,
): Promise<{ token: string; hash: Buffer; expiresAt: Date }> {
  const token = newSecret(random);
  const hash = sha256(token);
  const expiresAt = addSeconds(now, flowLifetimeSeconds);
  await tx
    .insertInto('sign_in_flows')
    .values({
      token_hash: hash,
      account_id: flow.accountId,
      session_epoch: flow.sessionEpoch,
      evidence: JSON.stringify(flow.evidence),
      delivery: flow.delivery,
      proofs: JSON.stringify(flow.proofs),
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, hash, expiresAt };
}

const open = (db: Db, tokenHash: Buffer, now: Date) =>
  db.selectFrom('sign_in_flows').selectAll().where('token_hash', '=', tokenHash).where('ended_at', 'is', null).where('expires_at', '>', now);

/** The flow while it is open. */
export async function findFlow(db: Db, token: string, now: Date): Promise<SignInFlow | null> {
  const row = await open(db, sha256(token), now).executeTakeFirst();
  return row ? toFlow(row) : null;
}

/** The flow while it is open, locked. */
export async function lockFlow(tx: Tx, tokenHash: Buffer, now: Date): Promise<SignInFlow | null> {
  const row = await open(tx, tokenHash, now).forUpdate().executeTakeFirst();
  return row ? toFlow(row) : null;
}

/** Counts a try at the second factor before it is judged; false when the flow has had its five. */
export async function countSecondFactorAttempt(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const counted = await tx
    .updateTable('sign_in_flows')
    .set((eb) => ({ second_factor_attempts: eb('second_factor_attempts', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('second_factor_attempts', '<', maxSecondFactorAttempts)
    .executeTakeFirst();
  return counted.numUpdatedRows === 1n;
}

/** Counts a mail sent again; false when the flow has had its three. */
export async function countResend(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const counted = await tx
    .updateTable('sign_in_flows')
    .set((eb) => ({ resends: eb('resends', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('resends', '<', maxResends)
    .executeTakeFirst();
  return counted.numUpdatedRows === 1n;
}

export async function saveProofs(tx: Tx, tokenHash: Buffer, proofs: readonly Proof[]): Promise<void> {
  await tx
    .updateTable('sign_in_flows')
    .set({ proofs: JSON.stringify(proofs) })
    .where('token_hash', '=', tokenHash)
    .execute();
}

/** Ends the flow; false when it had ended already, as when two requests finish it at once. */
export async function endFlow(tx: Tx, tokenHash: Buffer, now: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('sign_in_flows')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

export async function deleteExpiredFlows(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('sign_in_flows').where('expires_at', '<', before).execute();
}
