import type { AccountId } from '../kernel/ids.ts';

interface PasswordResetFlowTable {
  token_hash: Buffer;
  email_sealed: Buffer;
  /** Null until the job has looked the address up, and for ever when nobody has it. */
  account_id: AccountId | null;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

declare module '../db/database.ts' {
  interface Database {
    password_reset_flows: PasswordResetFlowTable;
  }
}
