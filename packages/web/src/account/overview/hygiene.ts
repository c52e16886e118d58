import type { Account, Device } from '@warder/api';

/** What would make the account harder to hit, apart from any danger: the gravest first. */
export type Hygiene =
  | { kind: 'breached' }
  | { kind: 'app' }
  | { kind: 'codes'; count: number }
  | { kind: 'phrase' }
  | { kind: 'unused'; count: number };

const fewCodes = 3;

/** Judged from the account as it stands. */
export function hygieneOf(account: Account, devices: readonly Device[]): Hygiene[] {
  const unused = devices.filter(({ judgements }) => judgements.some(({ code }) => code === 'unused_90_days')).length;
  const found: (Hygiene | false)[] = [
    account.passwordBreachedAt !== null && { kind: 'breached' },
    account.authenticatorApp === null && { kind: 'app' },
    account.authenticatorApp !== null && account.recoveryCodesLeft < fewCodes && { kind: 'codes', count: account.recoveryCodesLeft },
    account.antiPhishingCode === null && { kind: 'phrase' },
    unused > 0 && { kind: 'unused', count: unused },
  ];
  return found.filter((item) => item !== false);
}
