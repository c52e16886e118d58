import { expect, test } from 'vitest';
import { charactersLeft, checkCode, checkEmail, checkNewPassword } from './check-entry.ts';

test.each([
  ['', 'auth.emailMissing'],
  ['  ', 'auth.emailMissing'],
  ['nobody', 'auth.emailWrong'],
  ['a b@example.com', 'auth.emailWrong'],
  ['two@at@example.com', 'auth.emailWrong'],
  [' alice@example.com ', null],
  ['ü@例え.jp', null],
])('the address %j: %s', (email, wrong) => expect(checkEmail(email)).toBe(wrong));

test('a password is counted in characters as people see code points, not in UTF-16 units', () => {
  expect(charactersLeft('🔑'.repeat(11))).toBe(1);
  expect(checkNewPassword('🔑'.repeat(12))).toBeNull();
  expect(checkNewPassword('e\u0301'.repeat(11))).toBe('problems.password-too-short');
  expect(checkNewPassword('a'.repeat(129))).toBe('problems.password-too-long');
});

test('a code from an app or a mail has six digits, a recovery code any length', () => {
  expect(checkCode('12345', 6)).toBe('auth.codeTooShort');
  expect(checkCode('123456', 6)).toBeNull();
  expect(checkCode('abcd-efgh', null)).toBeNull();
  expect(checkCode(' ', null)).toBe('auth.codeMissing');
});
