import type { Locale } from '@warder/api';
import type { Tx } from '../db/index.ts';
import type { Ground } from '../ground.ts';
import { type AccountId, type NotificationId, newId } from '../kernel/ids.ts';
import type { Mail } from './mail.ts';

/** Whom a notification is for, as the account stood when it was decided: a later change of address must not redirect it. */
export interface Recipient {
  email: string;
  locale: Locale;
  timeZone: string;
  antiPhishingCode: string | null;
}

declare module '../jobs/jobs.ts' {
  interface JobData {
    'deliver-notification': { accountId: AccountId; notificationId: NotificationId };
  }
}

/** The context that the sealed parts of a notification are bound to. */
export const sealContext = (accountId: AccountId, id: NotificationId): string => `notification:${accountId}:${id}`;

/**
 * Puts a mail into the outbox, in the transaction of what it tells of. One mail an account, channel and `dedupeKey`, however often this is called.
 * Codes and links inside are sealed until the mail is sent, and gone afterwards.
 *
 * Enqueues: `deliver-notification`.
 */
export async function notify(
  tx: Tx,
  { keyring, random, enqueue }: Pick<Ground, 'keyring' | 'random' | 'enqueue'>,
  accountId: AccountId,
  message: { mail: Mail; recipient: Recipient; dedupeKey: string },
  now: Date,
): Promise<void> {
  const id = newId('ntf', random);
  const context = sealContext(accountId, id);
  const inserted = await tx
    .insertInto('notifications')
    .values({
      account_id: accountId,
      id,
      channel: 'email',
      kind: message.mail.kind,
      dedupe_key: message.dedupeKey,
      recipient_sealed: keyring.seal(JSON.stringify(message.recipient), context),
      content_sealed: keyring.seal(JSON.stringify(message.mail), context),
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'channel', 'dedupe_key']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) await enqueue(tx, 'deliver-notification', { accountId, notificationId: id });
}
