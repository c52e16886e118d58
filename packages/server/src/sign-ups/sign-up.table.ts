import type { Locale } from '@warder/api';
import type { Generated } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';

interface SignUpFlowTable {
  token_hash: Buffer;
  /** The id that the account will have. */
  account_id: AccountId;
  email: string;
  password_hash: string;
  breach_checked: boolean;
  locale: Locale;
  time_zone: string;
  email_taken: boolean;
  resends: Generated<number>;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

declare module '../db/database.ts' {
  interface Database {
    sign_up_flows: SignUpFlowTable;
  }
}
