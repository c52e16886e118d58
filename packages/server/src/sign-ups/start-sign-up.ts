import type { Locale } from '@warder/api';
import { findAccount, findAccountIdByEmail, knownTimeZone, normalizeEmail } from '../accounts/index.ts';
import { emailCodeLifetimeSeconds, issueEmailCode, type Passwords } from '../credentials/index.ts';
import type { Tx } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import { newId } from '../kernel/ids.ts';
import { problem } from '../kernel/problem.ts';
import { newSecret, sha256 } from '../kernel/secrets.ts';
import { networkKey } from '../network/index.ts';
import { type Mail, notify, type Recipient } from '../notifications/index.ts';
import { takeFrom } from '../sign-ins/index.ts';
import { countSignUpResend, insertSignUpFlow, lockSignUpFlow, type SignUpFlow } from './sign-up.queries.ts';

export interface StartSignUp {
  email: string;
  password: string;
  locale: Locale;
  timeZone: string;
  ip: string;
}

export interface FlowStarted {
  flow: string;
  expiresAt: Date;
}

const networkRate = { burst: 20, intervalSeconds: 30 };
/** Counted by network too, so that a stranger cannot keep an address from signing up. */
const mailRate = { burst: 4, intervalSeconds: 300 };

/**
 * Begins an account: judges address and password, mails a code. Answers alike, and does the same work, when the address has an account
 * already; its holder is then told by mail that somebody tried (ACC-5).
 *
 * @throws `invalid-request`, `password-too-short`, `password-too-long`, `password-too-common`, `password-breached`, `too-many-attempts`, `overloaded`
 */
export async function startSignUp(ground: Ground, passwords: Passwords, request: StartSignUp): Promise<FlowStarted> {
  const { db, clock, random } = ground;
  const email = normalizeEmail(request.email);
  if (!email) throw problem('invalid-request', { errors: [{ pointer: '/email', detail: 'is not an e-mail address that mail can be sent to' }] });
  const { breachChecked } = await passwords.requireGood(request.password);
  await requireBudget(ground, email, request.ip);
  const passwordHash = await passwords.hash(request.password);
  const flow = newSecret(random);
  const started = await db.transaction().execute(async (tx) => {
    const now = clock.now();
    const emailTaken = (await findAccountIdByEmail(tx, email)) !== null;
    const { locale } = request;
    const timeZone = knownTimeZone(request.timeZone);
    const accountId = newId('acc', random);
    const inserted = await insertSignUpFlow(
      tx,
      { tokenHash: sha256(flow), accountId, email, passwordHash, breachChecked, locale, timeZone, emailTaken },
      now,
    );
    await sendSignUpMail(tx, ground, inserted, now);
    return inserted;
  });
  return { flow, expiresAt: started.expiresAt };
}

async function requireBudget({ db, clock, keyring }: Ground, email: string, ip: string): Promise<void> {
  const network = networkKey(ip);
  const subject = keyring.mac('sign-up-subject', email).toString('base64url');
  const now = clock.now();
  const waits = [
    await takeFrom(db, `sign-up:network:${network}`, networkRate, now),
    await takeFrom(db, `sign-up:${subject}:network:${network}`, mailRate, now),
  ];
  const retryAfterSeconds = Math.max(...waits);
  if (retryAfterSeconds > 0) throw problem('too-many-attempts', { retryAfterSeconds });
}

/** The code for a free address, a word of warning for a taken one. The code is made either way and sent only where it opens something. */
async function sendSignUpMail(tx: Tx, ground: Ground, flow: SignUpFlow, now: Date): Promise<void> {
  const code = await issueEmailCode(tx, ground, { hash: flow.tokenHash, accountId: flow.accountId }, now);
  const ownerId = await findAccountIdByEmail(tx, flow.email);
  const owner = await findAccount(tx, ground.keyring, ownerId ?? flow.accountId);
  const recipient: Recipient = owner ?? { email: flow.email, locale: flow.locale, timeZone: flow.timeZone, antiPhishingCode: null };
  const mail: Mail = flow.emailTaken ? { kind: 'sign_up_existing_account' } : { kind: 'sign_up_code', code, minutes: emailCodeLifetimeSeconds / 60 };
  const dedupeKey = `sign-up:${flow.tokenHash.toString('hex')}:${now.toISOString()}`;
  await notify(tx, ground, flow.accountId, { mail, recipient, dedupeKey }, now);
}

/** Sends a fresh mail for the flow, at most three times; the older code is void. @throws `flow-ended` */
export async function resendSignUpCode(ground: Ground, flow: string): Promise<FlowStarted> {
  const { db, clock } = ground;
  const resent = await db.transaction().execute(async (tx) => {
    const now = clock.now();
    const found = await lockSignUpFlow(tx, sha256(flow), now);
    if (!found || !(await countSignUpResend(tx, found.tokenHash))) throw problem('flow-ended');
    await sendSignUpMail(tx, ground, found, now);
    return found;
  });
  return { flow, expiresAt: resent.expiresAt };
}
