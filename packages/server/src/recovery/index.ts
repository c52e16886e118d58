/**
 * The room of recovery: how a holder who has lost the password comes back.
 *
 * The new password is set by a code sent to the account's address; it ends every session and resets the trust in every device.
 * Whether an address has an account is never answered.
 *
 * Imports everything up to sign-ups.
 */
import './password-reset.table.ts';

export { deleteExpiredResets } from './password-reset.queries.ts';
export { recoveryRoutes } from './recovery.routes.ts';
export { sendPasswordResetJob } from './start-password-reset.ts';
