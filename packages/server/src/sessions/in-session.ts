import { type Account, lockAccount } from '../accounts/index.ts';
import type { Tx } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import { problem } from '../kernel/problem.ts';
import { lockSession } from './session.queries.ts';
import { type Session, sessionState } from './session.ts';

/**
 * Runs a change that a session asks for, in one transaction, under its account's lock and with the session judged again under it: a session that was
 * ended while the request was on its way changes nothing any more. A device that was just thrown out cannot throw out its owner.
 *
 * @throws `session-ended`
 */
export function inSession<T>(ground: Ground, caller: { session: Session }, change: (tx: Tx, account: Account, now: Date) => Promise<T>): Promise<T> {
  const { db, clock, keyring } = ground;
  const { accountId, id } = caller.session;
  return db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, keyring, accountId);
    const session = account && (await lockSession(tx, accountId, id));
    if (!account || !session) throw problem('not-signed-in');
    const now = clock.now();
    const state = sessionState(session, account, now);
    if (!state.live) throw problem('session-ended', { reason: state.reason });
    return change(tx, account, now);
  });
}
