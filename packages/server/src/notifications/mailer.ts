import { sql } from 'kysely';
import nodemailer from 'nodemailer';
import type { Db } from '../db/index.ts';
import type { Clock } from '../kernel/clock.ts';

export interface OutgoingMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The same for every attempt at one notification, so that a mailbox can tell a repeat. */
  messageId: string;
}

/** Hands a mail over for good, or throws. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

const timeoutMs = 20_000;

/** Sends through the operator's mail server. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(
    {
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  );
  return {
    send: async (mail) => void (await transport.sendMail(mail)),
    close: () => transport.close(),
  };
}

const keptMails = 500;

/** Keeps the newest mails in the database, to be seen at /dev/outbox. For development alone. */
export const devMailer = (db: Db, clock: Clock): Mailer => ({
  async send({ to, subject, html, text }) {
    await db.insertInto('dev_outbox').values({ at: clock.now(), channel: 'email', recipient: to, subject, html, body: text }).execute();
    await sql`delete from dev_outbox where id <= (select max(id) from dev_outbox) - ${keptMails}`.execute(db);
  },
  close() {},
});
