import type { Ground } from '../ground.ts';
import { type JobHandler, jobHandler } from '../jobs/index.ts';
import type { Mail } from './mail.ts';
import type { Mailer } from './mailer.ts';
import { beginAttempt, markFailed, markSent } from './notification.queries.ts';
import { type Recipient, sealContext } from './notify.ts';
import { renderMail } from './render-mail.ts';

/** With the queue's back-off this is about a day of trying. */
const maxAttempts = 28;
const errorLength = 500;
const concurrency = 4;

/**
 * Sends what the outbox holds, at least once, and marks it. A mail server that is down delays a mail and never loses it:
 * the job throws, and the queue comes back with growing pauses. After the last attempt it is a dead letter, listed for the operator.
 */
export const deliverNotificationJob = (ground: Ground, mailer: Mailer): JobHandler =>
  jobHandler({
    name: 'deliver-notification',
    concurrency,
    async handle({ accountId, notificationId }) {
      const { db, clock, keyring, policy, log } = ground;
      const attempt = await beginAttempt(db, accountId, notificationId);
      if (!attempt) return;
      const context = sealContext(accountId, notificationId);
      const mail = JSON.parse(keyring.open(attempt.content, context)) as Mail;
      const recipient = JSON.parse(keyring.open(attempt.recipient, context)) as Recipient;
      const messageId = `<${notificationId}@${new URL(policy.publicUrl).hostname}>`;
      try {
        await mailer.send({ to: recipient.email, messageId, ...renderMail(mail, recipient, policy.publicUrl) });
      } catch (error) {
        const givenUp = attempt.attempts >= maxAttempts;
        await markFailed(db, accountId, notificationId, String(error).slice(0, errorLength), givenUp ? clock.now() : null);
        log.warn({ notificationId, kind: attempt.kind, attempts: attempt.attempts, givenUp, err: error }, 'a mail could not be sent');
        if (givenUp) return;
        throw error;
      }
      await markSent(db, accountId, notificationId, clock.now());
    },
  });
