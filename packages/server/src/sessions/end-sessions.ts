import type { SessionEndReason } from '@warder/api';
import { bumpSessionEpoch, resetTrust } from '../accounts/index.ts';
import { type Actor, recordEvent } from '../audit/index.ts';
import { publish, type Tx } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import type { AccountId, DeviceId, SessionId } from '../kernel/ids.ts';
import { endSessionRows, listUnendedSessions, moveToEpoch } from './session.queries.ts';

export interface EndedSession {
  id: SessionId;
  deviceId: DeviceId;
}

interface Ending {
  accountId: AccountId;
  reason: SessionEndReason;
  actor: Actor;
  now: Date;
}

/** Records the end of sessions and tells every node, in the transaction that ended them. One event names each session. */
async function announceEnd(tx: Tx, ground: Ground, { accountId, reason, actor, now }: Ending, ended: readonly EndedSession[]): Promise<void> {
  if (ended.length === 0) return;
  const sessionIds = ended.map(({ id }) => id);
  await recordEvent(tx, ground, accountId, { type: 'session-revoked', sessionIds, reason }, actor, now);
  await publish(tx, { topic: 'sessions-ended', accountId, sessionIds, reason });
  await publish(tx, { topic: 'devices-changed', accountId });
}

/**
 * Ends the named sessions; those that had ended already stay as they were. Once the transaction has committed no request that starts later is accepted.
 *
 * Requires: the account's row is locked by this transaction.
 * Records: `session-revoked`. Notifies: `sessions-ended`, `devices-changed`.
 */
export async function endSessions(tx: Tx, ground: Ground, ending: Ending, sessionIds: readonly SessionId[]): Promise<EndedSession[]> {
  const ended = await endSessionRows(tx, ending.accountId, sessionIds, ending.reason, ending.now);
  await announceEnd(tx, ground, ending, ended);
  return ended;
}

/** Ends every session of one device. Same guarantees as {@link endSessions}. */
export async function endSessionsOfDevice(tx: Tx, ground: Ground, ending: Ending, deviceId: DeviceId): Promise<EndedSession[]> {
  const sessions = await listUnendedSessions(tx, ending.accountId);
  const ids = sessions.filter((session) => session.deviceId === deviceId).map(({ id }) => id);
  return endSessions(tx, ground, ending, ids);
}

/**
 * Ends every session of the account but `except`, and every half-finished sign-in with them: by the account's epoch, never by a list,
 * so that a session which is just being established dies too. With `forgetDevices`, every device must pass all proofs at its next sign-in (ACC-6).
 */
export async function endAllSessions(
  tx: Tx,
  ground: Ground,
  ending: Ending,
  options: { except: SessionId | null; forgetDevices: boolean },
): Promise<EndedSession[]> {
  const { accountId, actor, now } = ending;
  const listed = (await listUnendedSessions(tx, accountId)).filter((session) => session.id !== options.except);
  const epoch = await bumpSessionEpoch(tx, accountId);
  if (options.except) await moveToEpoch(tx, accountId, options.except, epoch);
  const ended = await endSessions(
    tx,
    ground,
    ending,
    listed.map(({ id }) => id),
  );
  if (options.forgetDevices) {
    await resetTrust(tx, accountId, now);
    await recordEvent(tx, ground, accountId, { type: 'trust-reset' }, actor, now);
  }
  return ended;
}
