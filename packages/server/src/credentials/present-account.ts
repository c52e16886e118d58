import type { Account as AccountAnswer } from '@warder/api';
import type { Account } from '../accounts/index.ts';
import type { Db } from '../db/index.ts';
import { invariant } from '../kernel/problem.ts';
import { findAuthenticatorApp } from './authenticator-app.queries.ts';
import { findPassword } from './password.queries.ts';
import { countRecoveryCodes } from './recovery-codes.ts';

/** The account as its holder is shown it, with what protects it; no secret but the anti-phishing code, which is the holder's to compare. */
export async function presentAccount(db: Db, account: Account): Promise<AccountAnswer> {
  const password = await findPassword(db, account.id);
  invariant(password, 'an account has a password');
  const app = await findAuthenticatorApp(db, account.id);
  return {
    id: account.id,
    email: account.email,
    locale: account.locale,
    timeZone: account.timeZone,
    createdAt: account.createdAt.toISOString(),
    passwordChangedAt: password.changedAt.toISOString(),
    passwordBreachedAt: password.breachedAt?.toISOString() ?? null,
    antiPhishingCode: account.antiPhishingCode,
    authenticatorApp: app && { boundAt: app.boundAt.toISOString(), lastUsedAt: app.lastUsedAt?.toISOString() ?? null },
    recoveryCodesLeft: await countRecoveryCodes(db, account.id),
    reviewReminder: account.reviewReminder,
    reviewedAt: account.reviewedAt?.toISOString() ?? null,
    reauthenticationSince: account.trustResetAt?.toISOString() ?? null,
  };
}
