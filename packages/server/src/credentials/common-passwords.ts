import { dictionary } from '@zxcvbn-ts/language-common';
import { pinyinPasswords } from './pinyin-passwords.ts';

const digitsOnly = /^\d+$/;
const common = new Set<string>([...(dictionary['passwords-common'] ?? []).map(String), ...pinyinPasswords]);

/** A short unit said over and over: "passwordpassword", "abcabcabcabc", "aaaaaaaaaaaa". */
function repeatsCommon(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size += 1) {
    if (text.length % size !== 0) continue;
    const unit = text.slice(0, size);
    if (unit.repeat(text.length / size) === text) return size <= 4 || common.has(unit);
  }
  return false;
}

const isRun = (text: string): boolean => {
  const step = text.charCodeAt(1) - text.charCodeAt(0);
  return Math.abs(step) === 1 && [...text].every((_, index) => index === 0 || text.charCodeAt(index) - text.charCodeAt(index - 1) === step);
};

/**
 * True for a password that guessing tries first: on the built-in lists (whole, or with digits and marks hung on its end),
 * one unit repeated, or one run of neighbours. The whole password is compared, never its parts.
 * @see NIST SP 800-63B-4 §3.1.1.2, blocklist
 */
export function isCommonPassword(normalized: string): boolean {
  const lower = normalized.toLowerCase();
  const stem = lower.replace(/[\d\W_]+$/u, '');
  return (
    common.has(lower) ||
    (stem.length >= 6 && common.has(stem) && lower.length - stem.length <= 6) ||
    repeatsCommon(lower) ||
    isRun(lower) ||
    (digitsOnly.test(lower) && isDateLike(lower))
  );
}

/** Birthday twice, or birthday and its echo, as all-digit passwords of twelve and more tend to be. */
const isDateLike = (digits: string): boolean => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits) && digits.length <= 16;
