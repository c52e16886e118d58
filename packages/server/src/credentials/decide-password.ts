import { limits, type ProblemCode } from '@warder/api';

/**
 * Why a password cannot be chosen, or null when it can. Length counts code points after NFC; nothing is composed, trimmed or cut.
 * @see NIST SP 800-63B-4 §3.1.1.2
 */
export function decidePassword(password: string, isCommon: (normalized: string) => boolean): ProblemCode | null {
  const normalized = password.normalize('NFC');
  const length = [...normalized].length;
  if (length < limits.passwordMinLength) return 'password-too-short';
  if (length > limits.passwordMaxLength) return 'password-too-long';
  return isCommon(normalized) ? 'password-too-common' : null;
}
