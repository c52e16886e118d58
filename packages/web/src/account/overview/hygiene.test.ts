import type { Account } from '@warder/api';
import { expect, test } from 'vitest';
import { hygieneOf } from './hygiene.ts';

const protectedAccount = {
  passwordBreachedAt: null,
  authenticatorApp: { boundAt: '2026-11-01T00:00:00.000Z', lastUsedAt: null },
  recoveryCodesLeft: 10,
  antiPhishingCode: 'harbour',
} as Account;

test.each<[Partial<Account>, string[]]>([
  [{}, []],
  [{ authenticatorApp: null, recoveryCodesLeft: 0 }, ['app']],
  [{ recoveryCodesLeft: 2 }, ['codes']],
  [{ antiPhishingCode: null, passwordBreachedAt: '2026-11-01T00:00:00.000Z' }, ['breached', 'phrase']],
])('an account with %j is told %j', (changed, expected) => {
  expect(hygieneOf({ ...protectedAccount, ...changed }, []).map(({ kind }) => kind)).toEqual(expected);
});
