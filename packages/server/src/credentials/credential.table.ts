import type { Generated } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';

interface PasswordTable {
  account_id: AccountId;
  hash: string;
  changed_at: Date;
  breach_checked_at: Date | null;
  breached_at: Date | null;
}

interface AuthenticatorAppTable {
  account_id: AccountId;
  secret_sealed: Buffer;
  last_step: number;
  bound_at: Date;
  last_used_at: Date | null;
}

interface AuthenticatorAppBindingTable {
  account_id: AccountId;
  secret_sealed: Buffer;
  attempts: Generated<number>;
  expires_at: Date;
}

interface RecoveryCodeTable {
  account_id: AccountId;
  code_mac: Buffer;
  created_at: Date;
  used_at: Date | null;
}

interface EmailCodeTable {
  flow_hash: Buffer;
  account_id: AccountId;
  code_mac: Buffer;
  attempts: Generated<number>;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

declare module '../db/database.ts' {
  interface Database {
    passwords: PasswordTable;
    authenticator_apps: AuthenticatorAppTable;
    authenticator_app_bindings: AuthenticatorAppBindingTable;
    recovery_codes: RecoveryCodeTable;
    email_codes: EmailCodeTable;
  }
}
