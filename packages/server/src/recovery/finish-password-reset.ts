import type { Client, Origin } from '@warder/api';
import { lockAccount } from '../accounts/index.ts';
import { recordEvent } from '../audit/index.ts';
import { consumeEmailCode, type Passwords, setPassword } from '../credentials/index.ts';
import type { Ground } from '../ground.ts';
import { problem } from '../kernel/problem.ts';
import { sha256 } from '../kernel/secrets.ts';
import { endAllSessions } from '../sessions/index.ts';
import { takeFrom } from '../sign-ins/index.ts';
import { endResetFlow, lockResetFlow } from './password-reset.queries.ts';

export interface FinishPasswordReset {
  flow: string;
  code: string;
  newPassword: string;
  client: Client;
  origin: Origin;
}

/**
 * All guesses at an account's reset codes share this: a mailbox's code opens the account alone, and no number of networks may find it by trying.
 * Whoever uses it up keeps the holder from a new password for as long as the attack lasts, and from nothing else.
 */
const codeRate = { burst: 30, intervalSeconds: 120 };

/**
 * Sets the new password. Everything signed in before is out, and each device must pass every proof at its next sign-in (ACC-6).
 * A second factor stays as it is: a mailbox alone does not open the account.
 *
 * Records: `credential-change`, `session-revoked`, `trust-reset`.
 * @throws `password-too-short`, `password-too-long`, `password-too-common`, `password-breached`, `wrong-code`, `flow-ended`, `too-many-attempts`, `overloaded`
 */
export async function finishPasswordReset(ground: Ground, passwords: Passwords, request: FinishPasswordReset): Promise<void> {
  const { db, clock, keyring } = ground;
  const { breachChecked } = await passwords.requireGood(request.newPassword);
  const hash = await passwords.hash(request.newPassword);
  const { client, origin } = request;
  const actor = { initiatingEntity: 'user', client, origin } as const;

  const outcome = await db.transaction().execute(async (tx) => {
    const now = clock.now();
    const tokenHash = sha256(request.flow);
    const flow = await lockResetFlow(tx, tokenHash, now);
    if (!flow) return 'flow-ended';
    const account = flow.accountId && (await lockAccount(tx, keyring, flow.accountId));
    const retryAfterSeconds = await takeFrom(tx, `password-reset-code:${flow.accountId ?? tokenHash.toString('hex')}`, codeRate, now);
    if (retryAfterSeconds > 0) return { retryAfterSeconds };
    const right = await consumeEmailCode(tx, keyring, tokenHash, request.code, now);
    if (!right || !account || account.standing === 'frozen' || account.standing === 'closed') return 'wrong-code';
    await endResetFlow(tx, tokenHash, now);
    await setPassword(tx, account.id, { hash, breachChecked }, now);
    await recordEvent(tx, ground, account.id, { type: 'credential-change', credential: 'password', change: 'reset' }, actor, now);
    await endAllSessions(tx, ground, { accountId: account.id, reason: 'password_reset', actor, now }, { except: null, forgetDevices: true });
    return 'done';
  });
  if (typeof outcome === 'object') throw problem('too-many-attempts', outcome);
  if (outcome !== 'done') throw problem(outcome);
}
