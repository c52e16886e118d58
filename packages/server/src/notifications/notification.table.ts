import type { Generated } from 'kysely';
import type { AccountId, NotificationId } from '../kernel/ids.ts';

interface NotificationTable {
  account_id: AccountId;
  id: NotificationId;
  channel: 'email';
  kind: string;
  dedupe_key: string;
  recipient_sealed: Buffer | null;
  content_sealed: Buffer | null;
  created_at: Date;
  attempts: Generated<number>;
  last_error: string | null;
  sent_at: Date | null;
  dead_at: Date | null;
}

interface DevOutboxTable {
  id: Generated<number>;
  at: Date;
  channel: string;
  recipient: string;
  subject: string;
  html: string | null;
  body: string;
}

declare module '../db/database.ts' {
  interface Database {
    notifications: NotificationTable;
    dev_outbox: DevOutboxTable;
  }
}
