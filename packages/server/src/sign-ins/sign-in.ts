import type { AssuranceLevel, Client, Origin, ProofMethod, SecondFactorMethod } from '@warder/api';
import type { DeviceEvidence } from '../devices/index.ts';
import type { AccountId, DeviceId, SignInId } from '../kernel/ids.ts';
import type { Proof } from '../sessions/index.ts';

export type SignInOutcome = 'signed_in' | 'wrong_password' | 'wrong_second_factor' | 'wrong_email_code' | 'throttled';

/** One attempt to sign in, as it is kept for the holder to see. */
export interface SignIn {
  id: SignInId;
  at: Date;
  outcome: SignInOutcome;
  deviceId: DeviceId | null;
  client: Client;
  origin: Origin;
  agent: string;
  methods: readonly ProofMethod[];
  aal: AssuranceLevel | null;
}

/** A sign-in under way: the password was right, more is asked. Known to its browser by a secret of which the hash is kept. */
export interface SignInFlow {
  tokenHash: Buffer;
  accountId: AccountId;
  /** The account's epoch when it began: logging out all devices ends the half-finished sign-ins too. */
  sessionEpoch: number;
  evidence: DeviceEvidence;
  delivery: 'cookie' | 'bearer';
  proofs: readonly Proof[];
  createdAt: Date;
  expiresAt: Date;
}

export type NextStep = { ask: 'second_factor'; methods: SecondFactorMethod[] } | { ask: 'email_code' } | { ask: 'nothing' };

/**
 * What a sign-in must still show (ACC-4): the password, then the second factor of an account that has one, then, on a device that is
 * not approved, the code sent by e-mail. Trust that was reset leaves no device approved, so that each is asked for all three (ACC-6).
 */
export function decideNextStep(shown: { proofs: readonly Proof[]; hasAuthenticatorApp: boolean; deviceApproved: boolean }): NextStep {
  const has = (method: ProofMethod) => shown.proofs.some((proof) => proof.method === method);
  if (shown.hasAuthenticatorApp && !has('totp') && !has('recovery_code')) return { ask: 'second_factor', methods: ['totp', 'recovery_code'] };
  if (!shown.deviceApproved && !has('email_code')) return { ask: 'email_code' };
  return { ask: 'nothing' };
}
