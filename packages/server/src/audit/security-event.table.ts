import type { ColumnType } from 'kysely';
import type { AccountId, EventId } from '../kernel/ids.ts';
import type { SecurityEventType } from './security-event.ts';

interface SecurityEventTable {
  account_id: AccountId;
  seq: number;
  at: Date;
  id: EventId;
  type: SecurityEventType;
  details_hash: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
}

interface SecurityEventDetailsTable {
  account_id: AccountId;
  event_id: EventId;
  at: Date;
  salt: Buffer;
  details: ColumnType<unknown, string, never>;
}

declare module '../db/database.ts' {
  interface Database {
    security_events: SecurityEventTable;
    security_event_details: SecurityEventDetailsTable;
  }
}
