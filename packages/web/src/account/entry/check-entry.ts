import type { MessageKey } from '@warder/words';

const passwordMinLength = 12;
const passwordMaxLength = 128;

/** Why an address cannot be one; whether mail reaches it, only the server's mail can tell. */
export function checkEmail(email: string): MessageKey | null {
  const trimmed = email.trim();
  if (trimmed === '') return 'auth.emailMissing';
  return /^[^\s@]+@[^\s@]+$/.test(trimmed) ? null : 'auth.emailWrong';
}

/** Counted as the server counts: Unicode code points after NFC (NIST SP 800-63B-4 §3.1.1.2). */
const passwordLength = (password: string): number => [...password.normalize('NFC')].length;

/** How many characters a new password still needs. */
export const charactersLeft = (password: string): number => Math.max(0, passwordMinLength - passwordLength(password));

/** Why a new password is out of bounds, before it is sent. */
export function checkNewPassword(password: string): MessageKey | null {
  if (password === '') return 'auth.passwordMissing';
  if (charactersLeft(password) > 0) return 'problems.password-too-short';
  return passwordLength(password) > passwordMaxLength ? 'problems.password-too-long' : null;
}

export function checkCode(code: string, digits: number | null): MessageKey | null {
  if (code.trim() === '') return 'auth.codeMissing';
  return digits !== null && code.length < digits ? 'auth.codeTooShort' : null;
}
