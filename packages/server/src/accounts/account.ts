import { domainToASCII } from 'node:url';
import type { Locale, ReviewReminder } from '@warder/api';
import { limits } from '@warder/api';
import type { AccountId } from '../kernel/ids.ts';

/** Whether an account may act. Read as data by every room to the right, so that each entry path obeys one standing. */
export type Standing = 'active' | 'view_only' | 'frozen' | 'closed';

export interface Account {
  id: AccountId;
  email: string;
  standing: Standing;
  locale: Locale;
  timeZone: string;
  antiPhishingCode: string | null;
  /** Sessions of an older epoch are dead, whatever else says otherwise. */
  sessionEpoch: number;
  /** Devices approved before this must pass every proof again. */
  trustResetAt: Date | null;
  reviewReminder: ReviewReminder;
  reviewedAt: Date | null;
  createdAt: Date;
}

const address = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The one form in which an address is stored and compared, or null when it is no address that Warder can write to.
 * Compatibility forms are folded before anything is judged, so that no two spellings of one address pass as two (GHSA-7rqj-j65f-68wh).
 */
export function normalizeEmail(text: string): string | null {
  const folded = text.normalize('NFKC').trim().toLowerCase();
  const at = folded.lastIndexOf('@');
  const normal = `${folded.slice(0, at)}@${domainToASCII(folded.slice(at + 1))}`;
  return normal.length <= limits.emailLength && address.test(normal) && !normal.includes('..') ? normal : null;
}

/** Enough of an address for its owner to know it, and too little for anybody else: `a•••@example.com`. */
export const maskEmail = (email: string): string => `${email.slice(0, 1)}•••${email.slice(email.lastIndexOf('@'))}`;

/** The zone, or UTC when the runtime does not know it. */
export function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
