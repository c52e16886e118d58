import type { SecondFactorMethod } from '@warder/api';
import { type Account, maskEmail } from '../accounts/index.ts';
import { emailCodeLifetimeSeconds, findAuthenticatorApp, issueEmailCode } from '../credentials/index.ts';
import type { Tx } from '../db/index.ts';
import { type DeviceEvidence, decideDevice, findDevicesByEvidence, isApproved } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import { addSeconds } from '../kernel/clock.ts';
import { unreachable } from '../kernel/problem.ts';
import { networkKey } from '../network/index.ts';
import { notify } from '../notifications/index.ts';
import type { Proof } from '../sessions/index.ts';
import { completeSignIn, type SignedIn } from './complete-sign-in.ts';
import { endFlow, insertFlow, saveProofs } from './flow.queries.ts';
import { decideNextStep } from './sign-in.ts';
import { takeFrom } from './throttle.ts';

export type StepOutcome =
  | { kind: 'second_factor'; flow: string | null; methods: SecondFactorMethod[]; expiresAt: Date }
  | { kind: 'email_code'; flow: string | null; emailHint: string; expiresAt: Date }
  | { kind: 'signed_in'; signedIn: SignedIn }
  | { kind: 'throttled'; retryAfterSeconds: number }
  | { kind: 'refused' };

interface Progress {
  account: Account;
  evidence: DeviceEvidence;
  delivery: 'cookie' | 'bearer';
  proofs: readonly Proof[];
  /** Null at the first step: a flow is made when more than the password is asked. */
  flow: { hash: Buffer; expiresAt: Date } | null;
}

/**
 * Takes a sign-in one step on: asks for the next proof, or completes it. The one place where a session can come out of a sign-in,
 * so that the account's standing is judged here for every way in (CVE-2026-9798).
 *
 * Requires: the account's row is locked by this transaction.
 */
export async function advance(tx: Tx, ground: Ground, progress: Progress, now: Date): Promise<StepOutcome> {
  const { account, evidence, delivery, proofs } = progress;
  if (account.standing === 'frozen' || account.standing === 'closed') return { kind: 'refused' };

  const decision = decideDevice(evidence, await findDevicesByEvidence(tx, account.id, evidence));
  const deviceApproved = decision.kind === 'known' && isApproved(decision.device, account.trustResetAt);
  const hasAuthenticatorApp = (await findAuthenticatorApp(tx, account.id)) !== null;
  const next = decideNextStep({ proofs, hasAuthenticatorApp, deviceApproved });

  switch (next.ask) {
    case 'nothing':
      if (progress.flow && !(await endFlow(tx, progress.flow.hash, now))) return { kind: 'refused' };
      return { kind: 'signed_in', signedIn: await completeSignIn(tx, ground, { account, evidence, delivery, proofs }, now) };
    case 'second_factor': {
      const flow = await keepFlow(tx, ground, progress, now);
      return { kind: 'second_factor', flow: flow.token, methods: next.methods, expiresAt: flow.expiresAt };
    }
    case 'email_code': {
      const flow = await keepFlow(tx, ground, progress, now);
      const sent = await sendSignInCode(tx, ground, { account, evidence, flowHash: flow.hash }, now);
      return sent.kind === 'throttled'
        ? sent
        : { kind: 'email_code', flow: flow.token, emailHint: maskEmail(account.email), expiresAt: sent.expiresAt };
    }
    default:
      return unreachable(next);
  }
}

async function keepFlow(
  tx: Tx,
  { random }: Ground,
  { account, evidence, delivery, proofs, flow }: Progress,
  now: Date,
): Promise<{ token: string | null; hash: Buffer; expiresAt: Date }> {
  if (!flow) return insertFlow(tx, random, { accountId: account.id, sessionEpoch: account.sessionEpoch, evidence, delivery, proofs }, now);
  await saveProofs(tx, flow.hash, proofs);
  return { token: null, ...flow };
}

/** Whoever knows the password could otherwise fill the holder's mailbox. Counted for each network, so that one cannot use up another's. */
const mailRate = { burst: 6, intervalSeconds: 300 };

/** Mails a fresh code for the flow; answers until when it is good. */
export async function sendSignInCode(
  tx: Tx,
  ground: Ground,
  { account, evidence, flowHash }: { account: Account; evidence: DeviceEvidence; flowHash: Buffer },
  now: Date,
): Promise<{ kind: 'sent'; expiresAt: Date } | { kind: 'throttled'; retryAfterSeconds: number }> {
  const retryAfterSeconds = await takeFrom(tx, `sign-in-code:${account.id}:network:${networkKey(evidence.origin.ip)}`, mailRate, now);
  if (retryAfterSeconds > 0) return { kind: 'throttled', retryAfterSeconds };
  const code = await issueEmailCode(tx, ground, { hash: flowHash, accountId: account.id }, now);
  const minutes = emailCodeLifetimeSeconds / 60;
  const mail = { kind: 'sign_in_code', code, minutes, client: evidence.client, origin: evidence.origin, at: now.toISOString() } as const;
  await notify(tx, ground, account.id, { mail, recipient: account, dedupeKey: `sign-in-code:${flowHash.toString('hex')}:${now.toISOString()}` }, now);
  return { kind: 'sent', expiresAt: addSeconds(now, emailCodeLifetimeSeconds) };
}
