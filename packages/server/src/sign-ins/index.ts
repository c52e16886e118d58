/**
 * The room of the sign-in: how somebody comes in, step by step, and the record of every attempt.
 *
 * A sign-in asks the password, then the second factor, then on a device that is not approved a code by e-mail; one place makes the session,
 * and judges the account's standing there. Attempts are counted before they are judged, apart for each device and network, so that nobody can lock
 * the holder out. Known and unknown addresses answer alike.
 *
 * Imports everything up to sessions. Signing up and setting a new password are next door.
 */
import './sign-in.table.ts';

export { type Attempt, takeAttempt } from './attempt-budget.ts';
export { completeSignIn, type SignedIn } from './complete-sign-in.ts';
export { deleteExpiredFlows } from './flow.queries.ts';
export { presentSignIn } from './present-sign-in.ts';
export { presentSignedIn } from './present-step.ts';
export { listSignIns } from './sign-in.queries.ts';
export { deviceRequestOf, signInRoutes } from './sign-in.routes.ts';
export type { SignIn } from './sign-in.ts';
export { deleteFullBuckets, takeFrom } from './throttle.ts';
