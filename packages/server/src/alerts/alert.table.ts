import type { Json } from '../db/index.ts';
import type { AccountId, DeviceId, EventId } from '../kernel/ids.ts';
import type { Alert, AlertChoice } from './alert.ts';

interface AlertLinkTable {
  account_id: AccountId;
  token_hash: Buffer;
  alert: Json<Alert['told']>;
  device_id: DeviceId | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  choice: AlertChoice | null;
  ended_sessions: number | null;
}

interface AlertTable {
  account_id: AccountId;
  event_id: EventId;
  alert: Json<Alert['told']>;
  device_id: DeviceId | null;
  created_at: Date;
  /** Null while it is held for a digest. */
  told_at: Date | null;
}

declare module '../db/database.ts' {
  interface Database {
    alert_links: AlertLinkTable;
    alerts: AlertTable;
  }
}
