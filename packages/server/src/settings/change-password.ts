import { recordEvent } from '../audit/index.ts';
import { findPassword, type Passwords, setPassword } from '../credentials/index.ts';
import type { Ground } from '../ground.ts';
import { problem } from '../kernel/problem.ts';
import { endAllSessions, inSession, outcomeOf, type RevocationOutcome, type SignedInCaller } from '../sessions/index.ts';

/**
 * Changes the password and ends every other session, with the half-finished sign-ins.
 *
 * Requires: a recent proof. Records: `credential-change`, `session-revoked`.
 * @throws `password-too-short`, `password-too-long`, `password-too-common`, `password-breached`, `password-unchanged`, `overloaded`
 */
export async function changePassword(ground: Ground, passwords: Passwords, caller: SignedInCaller, newPassword: string): Promise<RevocationOutcome> {
  const { accountId, id } = caller.session;
  const { breachChecked } = await passwords.requireGood(newPassword);
  const present = await findPassword(ground.db, accountId);
  if (present && (await passwords.verify(present.hash, newPassword))) throw problem('password-unchanged');
  const hash = await passwords.hash(newPassword);

  const ended = await inSession(ground, caller, async (tx, _account, now) => {
    await setPassword(tx, accountId, { hash, breachChecked }, now);
    await recordEvent(tx, ground, accountId, { type: 'credential-change', credential: 'password', change: 'update' }, caller.actor, now);
    const ending = { accountId, reason: 'password_changed', actor: caller.actor, now } as const;
    return endAllSessions(tx, ground, ending, { except: id, forgetDevices: false });
  });
  return outcomeOf(ground, caller, ended);
}
