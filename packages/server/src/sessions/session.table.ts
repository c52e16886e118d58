import type { AssuranceLevel, Client, Origin, SessionEndReason } from '@warder/api';
import type { Json } from '../db/index.ts';
import type { AccountId, DeviceId, SessionId } from '../kernel/ids.ts';
import type { Proof } from './session.ts';

export interface SessionTable {
  account_id: AccountId;
  id: SessionId;
  device_id: DeviceId;
  token_hash: Buffer;
  epoch: number;
  delivery: 'cookie' | 'bearer';
  aal: AssuranceLevel;
  proofs: Json<Proof[]>;
  client: Json<Client>;
  origin: Json<Origin>;
  agent: string;
  created_at: Date;
  last_active_at: Date;
  last_online_at: Date;
  inactivity_seconds: number;
  expires_at: Date;
  ended_at: Date | null;
  end_reason: SessionEndReason | null;
}

declare module '../db/database.ts' {
  interface Database {
    sessions: SessionTable;
  }
}
