import { type Account, findAccount, findAccountIdByEmail, lockAccount, normalizeEmail } from '../accounts/index.ts';
import { findPassword, type Passwords, rehashPassword, type StoredPassword } from '../credentials/index.ts';
import type { Db, Tx } from '../db/index.ts';
import { type Device, type DeviceEvidence, decideDevice, findDevicesByEvidence, isApproved } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import { type AccountId, base32 } from '../kernel/ids.ts';
import type { Proof } from '../sessions/index.ts';
import { advance, type StepOutcome } from './advance.ts';
import { type Attempt, forgiveAttempts, takeAttempt } from './attempt-budget.ts';
import { recheckBreach } from './recheck-breach.ts';
import { insertSignIn } from './sign-in.queries.ts';

export interface StartSignIn {
  email: string;
  password: string;
  evidence: DeviceEvidence;
  delivery: 'cookie' | 'bearer';
}

export type StartOutcome = StepOutcome | { kind: 'wrong_credentials' };

interface Candidate {
  /** For an address that nobody has: an account id that nobody has either, so that the same work is done. */
  accountId: AccountId;
  account: Account | null;
  password: StoredPassword | null;
  device: Device | null;
}

/**
 * Judges the password and says what to ask next. Answers alike, in body, status and work done, whether or not the address has an account:
 * the same reads, one password hash, the same record written (ACC-5).
 *
 * Records: a sign-in record for a wrong password.
 * @throws `overloaded` when too many passwords wait to be hashed
 */
export async function startSignIn(ground: Ground, passwords: Passwords, request: StartSignIn): Promise<StartOutcome> {
  const { db, clock, random } = ground;
  const now = clock.now();
  const email = normalizeEmail(request.email) ?? request.email.trim().toLowerCase();
  const subject = ground.keyring.mac('sign-in-subject', email).toString('base64url');
  const candidate = await findCandidate(ground, email, request.evidence);
  const attempt: Attempt = { kind: 'password', subject, ip: request.evidence.origin.ip, knownDevice: candidate.device?.id ?? null };

  const retryAfterSeconds = await takeAttempt(db, attempt, now);
  if (retryAfterSeconds > 0) return { kind: 'throttled', retryAfterSeconds };

  const right = await passwords.verify(candidate.password?.hash ?? null, request.password);
  if (!right || candidate.password === null) {
    const failure = { outcome: 'wrong_password', deviceId: candidate.device?.id ?? null, methods: [], aal: null } as const;
    await insertSignIn(db, random, candidate.accountId, failure, request.evidence, now);
    return { kind: 'wrong_credentials' };
  }
  await forgiveAttempts(db, attempt);
  const { hash, changedAt, breachCheckedAt } = candidate.password;
  await renewHash(db, passwords, candidate.accountId, hash, request.password);
  if (breachCheckedAt === null) recheckBreach(ground, passwords, { accountId: candidate.accountId, changedAt, password: request.password });
  return db.transaction().execute((tx) => begin(tx, ground, candidate.accountId, changedAt, request, now));
}

/** Under the account's lock: the password that was judged must still be the password. */
async function begin(tx: Tx, ground: Ground, accountId: AccountId, judgedOf: Date, request: StartSignIn, now: Date): Promise<StartOutcome> {
  const account = await lockAccount(tx, ground.keyring, accountId);
  const password = await findPassword(tx, accountId);
  if (!account || password?.changedAt.getTime() !== judgedOf.getTime()) return { kind: 'wrong_credentials' };
  const proofs: Proof[] = [{ method: 'password', at: now.toISOString() }];
  return advance(tx, ground, { account, evidence: request.evidence, delivery: request.delivery, proofs, flow: null }, now);
}

async function findCandidate({ db, keyring }: Ground, email: string, evidence: DeviceEvidence): Promise<Candidate> {
  const found = await findAccountIdByEmail(db, email);
  const accountId = found ?? (`acc_${base32(keyring.mac('nobody', email).subarray(0, 16))}` as AccountId);
  const account = await findAccount(db, keyring, accountId);
  const password = await findPassword(db, accountId);
  const decision = decideDevice(evidence, await findDevicesByEvidence(db, accountId, evidence));
  const known = decision.kind === 'known' && account && isApproved(decision.device, account.trustResetAt);
  return { accountId, account, password, device: known ? decision.device : null };
}

async function renewHash(db: Db, passwords: Passwords, accountId: AccountId, stored: string, password: string): Promise<void> {
  if (passwords.isOutdated(stored)) await rehashPassword(db, accountId, stored, await passwords.hash(password));
}
