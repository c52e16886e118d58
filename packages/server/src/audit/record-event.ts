import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Enqueue } from '../jobs/index.ts';
import { type AccountId, type EventId, newId, type Random } from '../kernel/ids.ts';
import { invariant } from '../kernel/problem.ts';
import { type Actor, hashDetails, hashLink, type SecurityEvent } from './security-event.ts';

const saltBytes = 16;

declare module '../jobs/jobs.ts' {
  interface JobData {
    'react-to-event': { accountId: AccountId; eventId: EventId; at: string };
  }
}

export interface Recorder {
  random: Random;
  enqueue: Enqueue;
}

/**
 * Appends one event to the account's chain in the transaction of the change that it tells of: both commit or neither does.
 *
 * Requires: the account's row exists; its lock orders the chain.
 * Enqueues: `react-to-event`, by which the rooms above learn of it.
 */
export async function recordEvent(
  tx: Tx,
  { random, enqueue }: Recorder,
  accountId: AccountId,
  event: SecurityEvent,
  actor: Actor,
  now: Date,
): Promise<void> {
  const id = newId('evt', random);
  const salt = random(saltBytes);
  const details = { event, actor };
  const detailsHash = hashDetails(salt, details);

  const head = await sql<{ event_seq: number; event_hash: Buffer }>`
    update accounts set event_seq = event_seq + 1 where id = ${accountId} returning event_seq, event_hash`.execute(tx);
  const before = head.rows[0];
  invariant(before, 'an event belongs to an account that exists');

  const link = { accountId, seq: before.event_seq, at: now, id, type: event.type, detailsHash, previousHash: before.event_hash };
  const hash = hashLink(link);
  await tx
    .insertInto('security_events')
    .values({
      account_id: accountId,
      seq: link.seq,
      at: now,
      id,
      type: event.type,
      details_hash: detailsHash,
      previous_hash: link.previousHash,
      hash,
    })
    .execute();
  await tx
    .insertInto('security_event_details')
    .values({ account_id: accountId, event_id: id, at: now, salt, details: JSON.stringify(details) })
    .execute();
  await sql`update accounts set event_hash = ${hash} where id = ${accountId}`.execute(tx);
  await enqueue(tx, 'react-to-event', { accountId, eventId: id, at: now.toISOString() });
}
