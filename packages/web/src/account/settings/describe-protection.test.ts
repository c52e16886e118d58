import { expect, test } from 'vitest';
import { describeProtection } from './describe-protection.ts';

const app = { boundAt: '2026-11-01T00:00:00.000Z', lastUsedAt: null };

test('without an app the password stands alone, whatever codes are left over', () => {
  expect(describeProtection({ authenticatorApp: null, recoveryCodesLeft: 10 })).toBe('password');
});

test('codes that run out are said while there are still some', () => {
  expect(describeProtection({ authenticatorApp: app, recoveryCodesLeft: 4 })).toBe('strong');
  expect(describeProtection({ authenticatorApp: app, recoveryCodesLeft: 3 })).toBe('fewCodes');
  expect(describeProtection({ authenticatorApp: app, recoveryCodesLeft: 0 })).toBe('fewCodes');
});
