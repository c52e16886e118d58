import type { Db } from '../db/index.ts';
import type { AccountId, EventId } from '../kernel/ids.ts';
import type { Actor, ChainLink, RecordedEvent, SecurityEvent } from './security-event.ts';

/** The event, or null when retention or erasure took it. */
export async function findEvent(db: Db, accountId: AccountId, eventId: EventId, at: Date): Promise<RecordedEvent | null> {
  const row = await db
    .selectFrom('security_events as e')
    .innerJoin('security_event_details as d', (join) =>
      join.onRef('d.account_id', '=', 'e.account_id').onRef('d.event_id', '=', 'e.id').onRef('d.at', '=', 'e.at'),
    )
    .where('e.account_id', '=', accountId)
    .where('e.at', '=', at)
    .where('e.id', '=', eventId)
    .select(['e.seq', 'e.at', 'd.details'])
    .executeTakeFirst();
  if (!row) return null;
  const { event, actor } = row.details as { event: SecurityEvent; actor: Actor };
  return { id: eventId, accountId, seq: row.seq, at: row.at, event, actor };
}

const chainPage = 10_000;

/** The account's chain in order, at most ten thousand links from `afterSeq` on. */
export async function listChain(db: Db, accountId: AccountId, afterSeq = 0): Promise<(ChainLink & { hash: Buffer })[]> {
  const rows = await db
    .selectFrom('security_events')
    .where('account_id', '=', accountId)
    .where('seq', '>', afterSeq)
    .selectAll()
    .orderBy('seq')
    .limit(chainPage)
    .execute();
  return rows.map((row) => ({
    accountId,
    seq: row.seq,
    at: row.at,
    id: row.id,
    type: row.type,
    detailsHash: row.details_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}
