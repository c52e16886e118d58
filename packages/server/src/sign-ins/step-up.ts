import type { ProofMethod } from '@warder/api';
import { recordEvent } from '../audit/index.ts';
import { consumeRecoveryCode, consumeTotp, countRecoveryCodes, findAuthenticatorApp, findPassword, type Passwords } from '../credentials/index.ts';
import type { Tx } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import { problem } from '../kernel/problem.ts';
import { inSession, lockSession, rotateToken, type Session, type SignedInCaller, stepUpMethods, withProof } from '../sessions/index.ts';
import { type Attempt, forgiveAttempts, takeAttempt } from './attempt-budget.ts';

export type StepUp = { method: 'password'; password: string } | { method: 'totp'; code: string } | { method: 'recovery_code'; code: string };

/**
 * Takes a fresh proof into a session ("confirm it's you") and replaces the session's token: an older copy of it is worth nothing from here on.
 * Only the strongest kind of proof that the account has is accepted, never a weaker one.
 *
 * Records: `assurance-level-change`; `recovery-code-used`.
 * @throws `wrong-credentials` or `wrong-code`, `too-many-attempts`, `step-up-required` when another method is asked for
 * @see NIST SP 800-63B-4 §2.2.3, reauthentication
 */
export async function stepUp(
  ground: Ground,
  passwords: Passwords,
  caller: SignedInCaller,
  proof: StepUp,
): Promise<{ session: Session; token: string }> {
  const { db, clock } = ground;
  const { accountId, deviceId } = caller.session;
  const methods = stepUpMethods({ hasAuthenticatorApp: (await findAuthenticatorApp(db, accountId)) !== null });
  if (!methods.includes(proof.method)) throw problem('step-up-required', { methods });

  const attempt: Attempt = { kind: 'step-up', subject: accountId, ip: caller.actor.origin?.ip ?? '', knownDevice: deviceId };
  const retryAfterSeconds = await takeAttempt(db, attempt, clock.now());
  if (retryAfterSeconds > 0) throw problem('too-many-attempts', { retryAfterSeconds });

  const stored = proof.method === 'password' ? await findPassword(db, accountId) : null;
  if (proof.method === 'password' && !(await passwords.verify(stored?.hash ?? null, proof.password))) throw problem('wrong-credentials');

  const risen = await inSession(ground, caller, async (tx, _account, now) => {
    // The password that was judged must still be the password; a factor bound meanwhile is asked for instead.
    if (proof.method === 'password' && (await findPassword(tx, accountId))?.hash !== stored?.hash) return null;
    if (proof.method === 'password' && (await findAuthenticatorApp(tx, accountId))) return null;
    if (proof.method !== 'password' && !(await consume(tx, ground, caller, proof, now))) return null;
    return raise(tx, ground, caller, proof.method, now);
  });
  if (!risen) throw problem(proof.method === 'password' ? 'wrong-credentials' : 'wrong-code');
  await forgiveAttempts(db, attempt);
  return risen;
}

async function consume(
  tx: Tx,
  ground: Ground,
  { session, actor }: SignedInCaller,
  proof: Exclude<StepUp, { method: 'password' }>,
  now: Date,
): Promise<boolean> {
  if (proof.method === 'totp') return consumeTotp(tx, ground.keyring, session.accountId, proof.code, now);
  const used = await consumeRecoveryCode(tx, ground.keyring, session.accountId, proof.code, now);
  if (used)
    await recordEvent(
      tx,
      ground,
      session.accountId,
      { type: 'recovery-code-used', left: await countRecoveryCodes(tx, session.accountId) },
      actor,
      now,
    );
  return used;
}

async function raise(
  tx: Tx,
  ground: Ground,
  { session, actor }: SignedInCaller,
  method: ProofMethod,
  now: Date,
): Promise<{ session: Session; token: string } | null> {
  const before = await lockSession(tx, session.accountId, session.id);
  const token = before && (await rotateToken(tx, ground.random, before, withProof(before.proofs, method, now)));
  const after = token && (await lockSession(tx, session.accountId, session.id));
  if (!after) return null;
  await recordEvent(tx, ground, session.accountId, { type: 'assurance-level-change', sessionId: session.id, method }, actor, now);
  return { session: after, token };
}
