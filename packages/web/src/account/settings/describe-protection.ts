import type { Account } from '@warder/api';

export type Protection = 'strong' | 'fewCodes' | 'password';

/** From here down, recovery codes are worth a word. */
const fewCodes = 3;

/** What protects the account, and what is weakest about it: the headline of the settings. */
export function describeProtection({ authenticatorApp, recoveryCodesLeft }: Pick<Account, 'authenticatorApp' | 'recoveryCodesLeft'>): Protection {
  if (!authenticatorApp) return 'password';
  return recoveryCodesLeft <= fewCodes ? 'fewCodes' : 'strong';
}
