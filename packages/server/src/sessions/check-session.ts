import type { SessionEndReason } from '@warder/api';
import type { Account } from '../accounts/index.ts';
import type { Db } from '../db/index.ts';
import { addSeconds } from '../kernel/clock.ts';
import { readToken } from '../kernel/secrets.ts';
import { activityGrainSeconds, findSessionByToken, listUnendedSessions, touchSession } from './session.queries.ts';
import { type Session, sessionState } from './session.ts';

export type SessionCheck = { kind: 'live'; session: Session } | { kind: 'ended'; session: Session; reason: SessionEndReason } | { kind: 'unknown' };

/**
 * Answers whether a token stands for a session that may be presented now. Reads the authority at every call: what was revoked before
 * the call began is refused, on every node. A database that cannot be reached is an error, never a yes.
 */
export async function checkSession(db: Db, token: string, now: Date): Promise<SessionCheck> {
  const key = readToken(token);
  const found = key && (await findSessionByToken(db, key));
  if (!found) return { kind: 'unknown' };
  const state = sessionState(found.session, found.account, now);
  return state.live ? { kind: 'live', session: found.session } : { kind: 'ended', session: found.session, reason: state.reason };
}

/** Records that the session was used, at a grain that spares most requests the write. */
export async function recordUse(db: Db, session: Session, now: Date): Promise<void> {
  if (now >= addSeconds(session.lastActiveAt, activityGrainSeconds)) await touchSession(db, session, now);
}

/** The account's sessions that may be presented now, newest first. */
export async function listLiveSessions(db: Db, account: Account, now: Date): Promise<Session[]> {
  const unended = await listUnendedSessions(db, account.id);
  return unended.filter((session) => sessionState(session, account, now).live);
}
