import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import type { AccountId, NotificationId } from '../kernel/ids.ts';

/** Counts an attempt and answers what to send; null when it was sent, given up or erased. */
export async function beginAttempt(
  db: Db,
  accountId: AccountId,
  id: NotificationId,
): Promise<{ kind: string; recipient: Buffer; content: Buffer; attempts: number } | null> {
  const row = await db
    .updateTable('notifications')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('dead_at', 'is', null)
    .returning(['kind', 'recipient_sealed', 'content_sealed', 'attempts'])
    .executeTakeFirst();
  if (!row?.recipient_sealed || !row.content_sealed) return null;
  return { kind: row.kind, recipient: row.recipient_sealed, content: row.content_sealed, attempts: row.attempts };
}

/** Marks it sent and erases what it said. */
export async function markSent(db: Db, accountId: AccountId, id: NotificationId, now: Date): Promise<void> {
  await db
    .updateTable('notifications')
    .set({ sent_at: now, content_sealed: null, recipient_sealed: null, last_error: null })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute();
}

export async function markFailed(db: Db, accountId: AccountId, id: NotificationId, error: string, deadAt: Date | null): Promise<void> {
  await db
    .updateTable('notifications')
    .set({ last_error: error, dead_at: deadAt })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute();
}

export interface DeadLetter {
  accountId: AccountId;
  id: NotificationId;
  kind: string;
  createdAt: Date;
  deadAt: Date;
  attempts: number;
  lastError: string | null;
}

/** Notifications that were given up, newest first. */
export async function listDeadLetters(db: Db, limit: number): Promise<DeadLetter[]> {
  const rows = await db.selectFrom('notifications').selectAll().where('dead_at', 'is not', null).orderBy('dead_at', 'desc').limit(limit).execute();
  return rows.flatMap((row) =>
    row.dead_at
      ? [
          {
            accountId: row.account_id,
            id: row.id,
            kind: row.kind,
            createdAt: row.created_at,
            deadAt: row.dead_at,
            attempts: row.attempts,
            lastError: row.last_error,
          },
        ]
      : [],
  );
}

export async function countDeadLetters(db: Db): Promise<number> {
  const row = await db
    .selectFrom('notifications')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('dead_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Gives a dead letter its attempts back. False when it is none. */
export async function reviveDeadLetter(db: Db, accountId: AccountId, id: NotificationId): Promise<boolean> {
  const revived = await db
    .updateTable('notifications')
    .set({ dead_at: null, attempts: 0 })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('dead_at', 'is not', null)
    .executeTakeFirst();
  return revived.numUpdatedRows === 1n;
}

const requeueBatch = 500;

/** Notifications that wait without anybody to send them, as after the queue was emptied or a dead letter was given its attempts back. */
export async function listForgotten(db: Db, before: Date): Promise<{ accountId: AccountId; notificationId: NotificationId }[]> {
  const rows = await db
    .selectFrom('notifications')
    .select(['account_id', 'id'])
    .where('sent_at', 'is', null)
    .where('dead_at', 'is', null)
    .where('attempts', '=', 0)
    .where('created_at', '<', before)
    .limit(requeueBatch)
    .execute();
  return rows.map((row) => ({ accountId: row.account_id, notificationId: row.id }));
}

const purgeBatch = 1_000;

/** Deletes a batch of notifications older than `before`; answers how many. */
export async function purgeNotifications(db: Db, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from notifications where (account_id, id) in
      (select account_id, id from notifications where created_at < ${before} order by created_at limit ${purgeBatch} for update skip locked)`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}
