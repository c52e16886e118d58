import { findAccount, insertAccount } from '../accounts/index.ts';
import { recordEvent } from '../audit/index.ts';
import { consumeEmailCode, setPassword } from '../credentials/index.ts';
import { isUniqueViolation, type Tx } from '../db/index.ts';
import type { DeviceEvidence } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import { invariant, problem } from '../kernel/problem.ts';
import { sha256 } from '../kernel/secrets.ts';
import { completeSignIn, type SignedIn } from '../sign-ins/index.ts';
import { endSignUpFlow, lockSignUpFlow, type SignUpFlow } from './sign-up.queries.ts';

export interface FinishSignUp {
  flow: string;
  code: string;
  evidence: DeviceEvidence;
  delivery: 'cookie' | 'bearer';
}

type FinishOutcome = { kind: 'signed_in'; signedIn: SignedIn } | { kind: 'wrong_code' } | { kind: 'flow_ended' };

/**
 * Proves the address, makes the account and signs in. Of two sign-ups for one address the first to prove it has it.
 *
 * Records: `account-created`, `session-established`.
 * @throws `wrong-code`, `flow-ended`
 */
export async function finishSignUp(ground: Ground, request: FinishSignUp): Promise<SignedIn> {
  const outcome = await attempt(ground, request).catch((error: unknown): FinishOutcome => {
    if (isUniqueViolation(error)) return { kind: 'flow_ended' };
    throw error;
  });
  if (outcome.kind === 'wrong_code') throw problem('wrong-code');
  if (outcome.kind === 'flow_ended') throw problem('flow-ended');
  return outcome.signedIn;
}

function attempt(ground: Ground, request: FinishSignUp): Promise<FinishOutcome> {
  const { db, clock, keyring } = ground;
  return db.transaction().execute(async (tx) => {
    const now = clock.now();
    const flow = await lockSignUpFlow(tx, sha256(request.flow), now);
    if (!flow) return { kind: 'flow_ended' };
    const right = await consumeEmailCode(tx, keyring, flow.tokenHash, request.code, now);
    if (!right || flow.emailTaken) return { kind: 'wrong_code' };
    return { kind: 'signed_in', signedIn: await createAccount(tx, ground, flow, request, now) };
  });
}

async function createAccount(tx: Tx, ground: Ground, flow: SignUpFlow, { evidence, delivery }: FinishSignUp, now: Date): Promise<SignedIn> {
  await insertAccount(tx, { id: flow.accountId, email: flow.email, locale: flow.locale, timeZone: flow.timeZone }, now);
  await setPassword(tx, flow.accountId, { hash: flow.passwordHash, breachChecked: flow.breachChecked }, now);
  await endSignUpFlow(tx, flow.tokenHash, now);
  const { client, origin } = evidence;
  await recordEvent(tx, ground, flow.accountId, { type: 'account-created' }, { initiatingEntity: 'user', client, origin }, now);
  const account = await findAccount(tx, ground.keyring, flow.accountId);
  invariant(account, 'the account was inserted by this transaction');
  const proofs = [
    { method: 'password', at: flow.createdAt.toISOString() },
    { method: 'email_code', at: now.toISOString() },
  ] as const;
  return completeSignIn(tx, ground, { account, evidence, delivery, proofs }, now);
}
