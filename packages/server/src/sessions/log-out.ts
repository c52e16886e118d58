import { findAccount } from '../accounts/index.ts';
import type { Ground } from '../ground.ts';
import type { DeviceId, SessionId } from '../kernel/ids.ts';
import { problem } from '../kernel/problem.ts';
import { listLiveSessions } from './check-session.ts';
import { type EndedSession, endAllSessions, endSessions } from './end-sessions.ts';
import { inSession } from './in-session.ts';
import { findSession } from './session.queries.ts';
import type { SignedInCaller } from './session-guard.ts';

export interface RevocationOutcome {
  endedSessions: { id: SessionId; deviceId: DeviceId }[];
  /** Read after the revocation committed. */
  remainingSessions: number;
}

/** Counts what is left by reading it again: the answer of a revocation states the authority's view, never an expectation. */
export async function outcomeOf(
  { db, clock, keyring }: Ground,
  { session }: SignedInCaller,
  endedSessions: EndedSession[],
): Promise<RevocationOutcome> {
  const account = await findAccount(db, keyring, session.accountId);
  const left = account ? await listLiveSessions(db, account, clock.now()) : [];
  return { endedSessions, remainingSessions: left.length };
}

/** Ends the caller's own session. Records: `session-revoked`. */
export async function signOut(ground: Ground, caller: SignedInCaller): Promise<void> {
  const { accountId, id } = caller.session;
  await inSession(ground, caller, (tx, _account, now) =>
    endSessions(tx, ground, { accountId, reason: 'signed_out', actor: caller.actor, now }, [id]),
  );
}

/** Ends one session of the caller's account. One that had ended stays as it was. @throws `not-found` for one of nobody or of somebody else */
export async function endSession(ground: Ground, caller: SignedInCaller, sessionId: SessionId): Promise<RevocationOutcome> {
  const { accountId } = caller.session;
  const ended = await inSession(ground, caller, async (tx, _account, now) => {
    if (!(await findSession(tx, accountId, sessionId))) throw problem('not-found');
    return endSessions(tx, ground, { accountId, reason: 'forced_offline', actor: caller.actor, now }, [sessionId]);
  });
  return outcomeOf(ground, caller, ended);
}

/** Ends every session of the account, or every one but the caller's (DEV-6). Records: `session-revoked`, and `trust-reset` with `forgetDevices`. */
export async function logOutDevices(
  ground: Ground,
  caller: SignedInCaller,
  request: { scope: 'others' | 'all'; forgetDevices: boolean },
): Promise<RevocationOutcome> {
  const { accountId, id } = caller.session;
  const ended = await inSession(ground, caller, (tx, _account, now) => {
    const ending = { accountId, reason: 'logged_out_all', actor: caller.actor, now } as const;
    return endAllSessions(tx, ground, ending, { except: request.scope === 'others' ? id : null, forgetDevices: request.forgetDevices });
  });
  return outcomeOf(ground, caller, ended);
}
