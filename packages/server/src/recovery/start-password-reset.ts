import type { Client, Origin } from '@warder/api';
import { findAccount, findAccountIdByEmail, normalizeEmail } from '../accounts/index.ts';
import { emailCodeLifetimeSeconds, issueEmailCode } from '../credentials/index.ts';
import type { Ground } from '../ground.ts';
import { type JobHandler, jobHandler } from '../jobs/index.ts';
import { problem } from '../kernel/problem.ts';
import { newSecret, sha256 } from '../kernel/secrets.ts';
import { notify } from '../notifications/index.ts';
import { takeAttempt } from '../sign-ins/index.ts';
import { insertResetFlow, lockResetFlow, nameAccount } from './password-reset.queries.ts';

declare module '../jobs/jobs.ts' {
  interface JobData {
    'send-password-reset': { flowHash: string; client: Client; origin: Origin; at: string };
  }
}

const sealContext = (tokenHash: Buffer): string => `password-reset:${tokenHash.toString('hex')}`;

/**
 * Begins to set a new password. The answer is the same, and comes after the same work, for every address: whether somebody has it is looked up
 * afterwards, by a job (ACC-5).
 *
 * Enqueues: `send-password-reset`.
 * @throws `invalid-request` for what is no address, `too-many-attempts`
 */
export async function startPasswordReset(
  ground: Ground,
  request: { email: string; client: Client; origin: Origin },
): Promise<{ flow: string; expiresAt: Date }> {
  const { db, clock, keyring, random, enqueue } = ground;
  const { client, origin } = request;
  const email = normalizeEmail(request.email);
  if (!email) throw problem('invalid-request', { errors: [{ pointer: '/email', detail: 'is not an e-mail address that mail can be sent to' }] });
  const now = clock.now();
  const subject = keyring.mac('sign-in-subject', email).toString('base64url');
  const retryAfterSeconds = await takeAttempt(db, { kind: 'password-reset', subject, ip: origin.ip, knownDevice: null }, now);
  if (retryAfterSeconds > 0) throw problem('too-many-attempts', { retryAfterSeconds });

  const flow = newSecret(random);
  const tokenHash = sha256(flow);
  const expiresAt = await db.transaction().execute(async (tx) => {
    const expires = await insertResetFlow(tx, { tokenHash, emailSealed: keyring.seal(email, sealContext(tokenHash)) }, now);
    await enqueue(tx, 'send-password-reset', { flowHash: tokenHash.toString('hex'), client, origin, at: now.toISOString() });
    return expires;
  });
  return { flow, expiresAt };
}

/** Mails the code, if somebody has the address. Runs any number of times; one mail is sent. */
export const sendPasswordResetJob = (ground: Ground): JobHandler =>
  jobHandler({
    name: 'send-password-reset',
    async handle({ flowHash, client, origin, at }) {
      const { db, clock, keyring } = ground;
      const tokenHash = Buffer.from(flowHash, 'hex');
      await db.transaction().execute(async (tx) => {
        const now = clock.now();
        const flow = await lockResetFlow(tx, tokenHash, now);
        if (!flow || flow.accountId) return;
        const accountId = await findAccountIdByEmail(tx, keyring.open(flow.emailSealed, sealContext(tokenHash)));
        const account = accountId && (await findAccount(tx, keyring, accountId));
        if (!account || account.standing === 'closed') return;
        await nameAccount(tx, tokenHash, account.id);
        const code = await issueEmailCode(tx, ground, { hash: tokenHash, accountId: account.id }, now);
        const mail = { kind: 'password_reset_code', code, minutes: emailCodeLifetimeSeconds / 60, client, origin, at } as const;
        await notify(tx, ground, account.id, { mail, recipient: account, dedupeKey: `password-reset:${flowHash}` }, now);
      });
    },
  });
