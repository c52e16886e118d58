import type { Client, Origin } from '@warder/api';
import type { Json } from '../db/index.ts';
import type { AccountId, DeviceId } from '../kernel/ids.ts';

export interface DeviceTable {
  account_id: AccountId;
  id: DeviceId;
  key_thumbprint: string | null;
  cookie_hash: Buffer | null;
  fingerprint: string | null;
  name: string | null;
  client: Json<Client>;
  origin: Json<Origin>;
  time_zone: string | null;
  contradictions: Json<string[]>;
  resembles_device_id: DeviceId | null;
  first_seen_at: Date;
  signed_in_at: Date;
  last_active_at: Date;
  approved_at: Date | null;
  confirmed_at: Date | null;
  unused_reminded_at: Date | null;
  removed_at: Date | null;
}

interface DeviceProofTable {
  key_thumbprint: string;
  jti: string;
  expires_at: Date;
}

declare module '../db/database.ts' {
  interface Database {
    devices: DeviceTable;
    device_proofs: DeviceProofTable;
  }
}
