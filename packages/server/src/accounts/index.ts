/**
 * The room of the account: who it belongs to, whether it may act, how it is written to.
 *
 * The account's row is the lock of everything that belongs to it: commands take it first, so that any two have one order.
 * `sessionEpoch` kills all older sessions at once; `trustResetAt` makes every device pass all proofs again.
 * `standing` is read as data by every room to the right.
 *
 * Imports audit and notifications. What protects an account is next door, in credentials.
 */
import './account.table.ts';

export {
  bumpSessionEpoch,
  findAccount,
  findAccountIdByEmail,
  insertAccount,
  lockAccount,
  resetTrust,
  setAntiPhishingCode,
  setReviewed,
  updateSettings,
} from './account.queries.ts';
export { type Account, knownTimeZone, maskEmail, normalizeEmail, type Standing } from './account.ts';
