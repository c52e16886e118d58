import type { ProofMethod, SecondFactorMethod } from '@warder/api';
import { type Account, findAccount, lockAccount } from '../accounts/index.ts';
import { recordEvent } from '../audit/index.ts';
import { consumeEmailCode, consumeRecoveryCode, consumeTotp, countRecoveryCodes } from '../credentials/index.ts';
import type { Tx } from '../db/index.ts';
import { decideDevice, findDevicesByEvidence, isApproved } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import { withProof } from '../sessions/index.ts';
import { advance, type StepOutcome, sendSignInCode } from './advance.ts';
import { type Attempt, forgiveAttempts, takeAttempt } from './attempt-budget.ts';
import { countResend, countSecondFactorAttempt, endFlow, findFlow, lockFlow } from './flow.queries.ts';
import { insertSignIn } from './sign-in.queries.ts';
import type { SignInFlow, SignInOutcome } from './sign-in.ts';

export type AnswerOutcome = StepOutcome | { kind: 'wrong_code' } | { kind: 'flow_ended' };

type InFlow = (tx: Tx, account: Account, flow: SignInFlow) => Promise<AnswerOutcome>;

/** Runs a step of an open flow under the account's lock. A flow of an older epoch is dead: logging out all devices ended it (keycloak#50621). */
function inFlow({ db, keyring }: Ground, { accountId, tokenHash }: SignInFlow, now: Date, step: InFlow): Promise<AnswerOutcome> {
  return db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, keyring, accountId);
    const flow = account && (await lockFlow(tx, tokenHash, now));
    if (!account || !flow || flow.sessionEpoch !== account.sessionEpoch) return { kind: 'flow_ended' };
    return step(tx, account, flow);
  });
}

async function recordFailure(tx: Tx, { random }: Ground, flow: SignInFlow, outcome: SignInOutcome, now: Date): Promise<AnswerOutcome> {
  const methods = flow.proofs.map(({ method }) => method);
  await insertSignIn(tx, random, flow.accountId, { outcome, deviceId: null, methods, aal: null }, flow.evidence, now);
  return { kind: 'wrong_code' };
}

/** Takes the flow on with one more proof shown. */
const advanceWith = (tx: Tx, ground: Ground, account: Account, flow: SignInFlow, method: ProofMethod, now: Date): Promise<StepOutcome> => {
  const { evidence, delivery, tokenHash: hash, expiresAt } = flow;
  return advance(tx, ground, { account, evidence, delivery, proofs: withProof(flow.proofs, method, now), flow: { hash, expiresAt } }, now);
};

async function secondFactorAttempt({ db, keyring }: Ground, { accountId, evidence }: SignInFlow): Promise<Attempt> {
  const account = await findAccount(db, keyring, accountId);
  const decision = decideDevice(evidence, await findDevicesByEvidence(db, accountId, evidence));
  const known = decision.kind === 'known' && isApproved(decision.device, account?.trustResetAt ?? null);
  return { kind: 'second-factor', subject: accountId, ip: evidence.origin.ip, knownDevice: known ? decision.device.id : null };
}

/**
 * Judges a second factor and takes the sign-in on. A code is used once; five wrong ones end the flow, and the password is asked again (Keycloak #26180).
 *
 * Records: a sign-in record for a wrong code; `recovery-code-used`.
 */
export async function answerSecondFactor(
  ground: Ground,
  request: { token: string; method: SecondFactorMethod; code: string },
  now: Date,
): Promise<AnswerOutcome> {
  const found = await findFlow(ground.db, request.token, now);
  if (!found) return { kind: 'flow_ended' };
  const attempt = await secondFactorAttempt(ground, found);
  const retryAfterSeconds = await takeAttempt(ground.db, attempt, now);
  if (retryAfterSeconds > 0) return { kind: 'throttled', retryAfterSeconds };

  const outcome = await inFlow(ground, found, now, async (tx, account, flow) => {
    if (!(await countSecondFactorAttempt(tx, flow.tokenHash))) {
      await endFlow(tx, flow.tokenHash, now);
      return { kind: 'flow_ended' };
    }
    const consume = request.method === 'totp' ? consumeTotp : consumeRecoveryCode;
    if (!(await consume(tx, ground.keyring, account.id, request.code, now))) return recordFailure(tx, ground, flow, 'wrong_second_factor', now);
    if (request.method === 'recovery_code') await recordRecovery(tx, ground, flow, now);
    return advanceWith(tx, ground, account, flow, request.method, now);
  });
  if (outcome.kind === 'signed_in' || outcome.kind === 'email_code') await forgiveAttempts(ground.db, attempt);
  return outcome;
}

async function recordRecovery(tx: Tx, ground: Ground, flow: SignInFlow, now: Date): Promise<void> {
  const left = await countRecoveryCodes(tx, flow.accountId);
  const { client, origin } = flow.evidence;
  await recordEvent(tx, ground, flow.accountId, { type: 'recovery-code-used', left }, { initiatingEntity: 'user', client, origin }, now);
}

/** Judges the code that was sent by e-mail, and takes the sign-in on. */
export async function answerEmailCode(ground: Ground, request: { token: string; code: string }, now: Date): Promise<AnswerOutcome> {
  const found = await findFlow(ground.db, request.token, now);
  if (!found) return { kind: 'flow_ended' };
  const attempt: Attempt = { kind: 'email-code', subject: found.accountId, ip: found.evidence.origin.ip, knownDevice: null };
  const retryAfterSeconds = await takeAttempt(ground.db, attempt, now);
  if (retryAfterSeconds > 0) return { kind: 'throttled', retryAfterSeconds };

  const outcome = await inFlow(ground, found, now, async (tx, account, flow) => {
    const right = await consumeEmailCode(tx, ground.keyring, flow.tokenHash, request.code, now);
    return right ? advanceWith(tx, ground, account, flow, 'email_code', now) : recordFailure(tx, ground, flow, 'wrong_email_code', now);
  });
  if (outcome.kind === 'signed_in') await forgiveAttempts(ground.db, attempt);
  return outcome;
}

/** Sends a fresh code for the flow, at most three times; the older code is void. */
export async function resendSignInCode(ground: Ground, token: string, now: Date): Promise<AnswerOutcome> {
  const found = await findFlow(ground.db, token, now);
  if (!found) return { kind: 'flow_ended' };
  return inFlow(ground, found, now, async (tx, account, flow) => {
    if (!(await countResend(tx, flow.tokenHash))) return { kind: 'flow_ended' };
    const sent = await sendSignInCode(tx, ground, { account, evidence: flow.evidence, flowHash: flow.tokenHash }, now);
    return sent.kind === 'throttled' ? sent : { kind: 'email_code', flow: null, emailHint: '', expiresAt: sent.expiresAt };
  });
}
