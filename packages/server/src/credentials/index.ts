/**
 * The room of what proves who somebody is: password, authenticator app, recovery codes, codes sent by e-mail.
 *
 * A proof is accepted once (TOTP steps, recovery codes, e-mail codes) through a guarded update; attempts are counted before they are judged.
 * No secret lies here in the clear: passwords under argon2id, codes under a keyed hash, TOTP secrets sealed.
 *
 * Imports accounts. Who may be asked for which proof, and when, is decided by the rooms to the right.
 */
import './credential.table.ts';

export { consumeTotp, deleteAuthenticatorApp, findAuthenticatorApp, finishBinding, startBinding } from './authenticator-app.queries.ts';
export { provisioningUri } from './authenticator-app.ts';
export { type BreachCorpus, noBreachCorpus, openBreachCorpus } from './breach-corpus.ts';
export { consumeEmailCode, deleteExpiredEmailCodes, emailCodeLifetimeSeconds, issueEmailCode } from './email-codes.ts';
export { findPassword, markBreachChecked, rehashPassword, type StoredPassword, setPassword } from './password.queries.ts';
export { createPasswords, type Passwords } from './passwords.ts';
export { presentAccount } from './present-account.ts';
export { consumeRecoveryCode, countRecoveryCodes, deleteRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts';
