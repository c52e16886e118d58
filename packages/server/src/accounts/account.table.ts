import type { Locale, ReviewReminder } from '@warder/api';
import type { Generated } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { Standing } from './account.ts';

export interface AccountTable {
  id: AccountId;
  email: string;
  standing: Generated<Standing>;
  locale: Locale;
  time_zone: string;
  anti_phishing_code_sealed: Buffer | null;
  session_epoch: Generated<number>;
  trust_reset_at: Date | null;
  event_seq: Generated<number>;
  event_hash: Generated<Buffer>;
  review_reminder: Generated<ReviewReminder>;
  reviewed_at: Date | null;
  reminded_at: Date | null;
  created_at: Date;
}

interface AccountEmailTable {
  email_key: string;
  account_id: AccountId;
}

declare module '../db/database.ts' {
  interface Database {
    accounts: AccountTable;
    account_emails: AccountEmailTable;
  }
}
