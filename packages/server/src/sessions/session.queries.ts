import type { AssuranceLevel, ProofMethod, SessionEndReason } from '@warder/api';
import { type Selectable, sql } from 'kysely';
import type { Standing } from '../accounts/index.ts';
import type { Db, Tx } from '../db/index.ts';
import { addSeconds } from '../kernel/clock.ts';
import { type AccountId, type DeviceId, newId, type Random, type SessionId } from '../kernel/ids.ts';
import { newToken, sha256 } from '../kernel/secrets.ts';
import type { SessionTable } from './session.table.ts';
import { assuranceOf, type Proof, type Session } from './session.ts';

const toSession = (row: Selectable<SessionTable>): Session => ({
  id: row.id,
  accountId: row.account_id,
  deviceId: row.device_id,
  epoch: row.epoch,
  delivery: row.delivery,
  aal: row.aal,
  proofs: row.proofs,
  client: row.client,
  origin: row.origin,
  agent: row.agent,
  createdAt: row.created_at,
  lastActiveAt: row.last_active_at,
  lastOnlineAt: row.last_online_at,
  inactivitySeconds: row.inactivity_seconds,
  expiresAt: row.expires_at,
  endedAt: row.ended_at,
  endReason: row.end_reason,
});

/** The session that a token stands for, with what its account says of all sessions. One look-up by primary keys of one account. */
export async function findSessionByToken(
  db: Db,
  token: { accountId: AccountId; hash: Buffer },
): Promise<{ session: Session; account: { sessionEpoch: number; standing: Standing } } | null> {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .where('s.account_id', '=', token.accountId)
    .where('s.token_hash', '=', token.hash)
    .selectAll('s')
    .select(['a.session_epoch', 'a.standing'])
    .executeTakeFirst();
  return row ? { session: toSession(row), account: { sessionEpoch: row.session_epoch, standing: row.standing } } : null;
}

const byId = (db: Db, accountId: AccountId, id: SessionId) =>
  db.selectFrom('sessions').selectAll().where('account_id', '=', accountId).where('id', '=', id);

export async function findSession(db: Db, accountId: AccountId, id: SessionId): Promise<Session | null> {
  const row = await byId(db, accountId, id).executeTakeFirst();
  return row ? toSession(row) : null;
}

export async function lockSession(tx: Tx, accountId: AccountId, id: SessionId): Promise<Session | null> {
  const row = await byId(tx, accountId, id).forUpdate().executeTakeFirst();
  return row ? toSession(row) : null;
}

/** Every session of the account that has not ended and is of the account's epoch; those past a timeout are among them. */
export async function listUnendedSessions(db: Db, accountId: AccountId): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions as s')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .where('s.account_id', '=', accountId)
    .where('s.ended_at', 'is', null)
    .whereRef('s.epoch', '=', 'a.session_epoch')
    .selectAll('s')
    .orderBy('s.created_at', 'desc')
    .execute();
  return rows.map(toSession);
}

export interface NewSession {
  accountId: AccountId;
  deviceId: DeviceId;
  epoch: number;
  delivery: 'cookie' | 'bearer';
  proofs: readonly Proof[];
  evidence: Pick<Session, 'client' | 'origin' | 'agent'>;
  inactivitySeconds: number;
  lifetimeSeconds: number;
}

/** Establishes a session; answers its token, of which only the hash is kept. */
export async function insertSession(
  tx: Tx,
  random: Random,
  session: NewSession,
  now: Date,
): Promise<{ id: SessionId; token: string; aal: AssuranceLevel }> {
  const id = newId('ses', random);
  const token = newToken(session.accountId, random);
  const aal = assuranceOf(session.proofs);
  await tx
    .insertInto('sessions')
    .values({
      account_id: session.accountId,
      id,
      device_id: session.deviceId,
      token_hash: sha256(token),
      epoch: session.epoch,
      delivery: session.delivery,
      aal,
      proofs: JSON.stringify(session.proofs),
      client: JSON.stringify(session.evidence.client),
      origin: JSON.stringify(session.evidence.origin),
      agent: session.evidence.agent,
      created_at: now,
      last_active_at: now,
      last_online_at: now,
      inactivity_seconds: session.inactivitySeconds,
      expires_at: addSeconds(now, session.lifetimeSeconds),
    })
    .execute();
  return { id, token, aal };
}

/** Ends those of the named sessions that have not ended; answers which these were. */
export async function endSessionRows(
  tx: Tx,
  accountId: AccountId,
  sessionIds: readonly SessionId[],
  reason: SessionEndReason,
  now: Date,
): Promise<{ id: SessionId; deviceId: DeviceId }[]> {
  if (sessionIds.length === 0) return [];
  return tx
    .updateTable('sessions')
    .set({ ended_at: now, end_reason: reason })
    .where('account_id', '=', accountId)
    .where('id', 'in', sessionIds)
    .where('ended_at', 'is', null)
    .returning(['id', 'device_id as deviceId'])
    .execute();
}

/** Carries a live session over into the account's new epoch: the one that "all others" leaves alone. */
export async function moveToEpoch(tx: Tx, accountId: AccountId, sessionId: SessionId, epoch: number): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ epoch })
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Replaces the token and records the proof, unless the session ended meanwhile; answers the new token. */
export async function rotateToken(tx: Tx, random: Random, session: Session, proofs: readonly Proof[]): Promise<string | null> {
  const token = newToken(session.accountId, random);
  const rotated = await tx
    .updateTable('sessions')
    .set({ token_hash: sha256(token), proofs: JSON.stringify(proofs), aal: assuranceOf(proofs) })
    .where('account_id', '=', session.accountId)
    .where('id', '=', session.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return rotated.numUpdatedRows === 1n ? token : null;
}

/** Use is recorded this coarsely, so that a request does not cost a write. */
export const activityGrainSeconds = 30;

/** Records use of a live session and of its device. Never revives one that ended. */
export async function touchSession(db: Db, session: Session, now: Date): Promise<void> {
  await sql`
    with touched as (
      update sessions set last_active_at = ${now}, last_online_at = ${now}
       where account_id = ${session.accountId} and id = ${session.id} and ended_at is null and last_active_at < ${now}
      returning device_id)
    update devices set last_active_at = ${now}
      from touched where devices.account_id = ${session.accountId} and devices.id = touched.device_id and devices.last_active_at < ${now}`.execute(
    db,
  );
}

/** Records until when the session is known to have had a page open. Presence is no use: it does not put off the inactivity timeout. */
export async function recordPresence(db: Db, accountId: AccountId, sessionId: SessionId, at: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_online_at: at })
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
}

const purgeBatch = 1_000;

/** Deletes a batch of sessions that expired before `before`; answers how many. */
export async function purgeSessions(db: Db, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from sessions where (account_id, id) in
      (select account_id, id from sessions where expires_at < ${before} order by expires_at limit ${purgeBatch} for update skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export const proofMethodsOf = (proofs: readonly Proof[]): ProofMethod[] => proofs.map(({ method }) => method);
