import type { AssuranceLevel, Client, Origin, ProofMethod } from '@warder/api';
import type { Generated } from 'kysely';
import type { Json } from '../db/index.ts';
import type { DeviceEvidence } from '../devices/index.ts';
import type { AccountId, DeviceId, SignInId } from '../kernel/ids.ts';
import type { Proof } from '../sessions/index.ts';
import type { SignInOutcome } from './sign-in.ts';

interface SignInTable {
  account_id: AccountId;
  at: Date;
  id: SignInId;
  outcome: SignInOutcome;
  device_id: DeviceId | null;
  client: Json<Client>;
  origin: Json<Origin>;
  agent: string;
  methods: Json<ProofMethod[]>;
  aal: AssuranceLevel | null;
}

interface SignInFlowTable {
  token_hash: Buffer;
  account_id: AccountId;
  session_epoch: number;
  evidence: Json<DeviceEvidence>;
  delivery: 'cookie' | 'bearer';
  proofs: Json<Proof[]>;
  second_factor_attempts: Generated<number>;
  resends: Generated<number>;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

interface ThrottleTable {
  key: string;
  arrives_at: Date;
}

declare module '../db/database.ts' {
  interface Database {
    sign_ins: SignInTable;
    sign_in_flows: SignInFlowTable;
    throttles: ThrottleTable;
  }
}
