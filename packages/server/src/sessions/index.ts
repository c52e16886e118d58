/**
 * The room of the session: that somebody is signed in on a device, and for how long.
 *
 * A session is live, or it has ended for a reason that its page is told; it never comes back. The widest cut-off wins: its own end, the account's epoch,
 * the account's standing, inactivity, lifetime. Its token is opaque, kept as a hash, replaced whenever the assurance rises.
 * What was revoked before a check began is refused by that check, on every node.
 *
 * Imports accounts, credentials and devices. How a session comes about is next door, in sign-ins.
 */
import './session.table.ts';

export { checkSession, listLiveSessions, recordUse, type SessionCheck } from './check-session.ts';
export { type EndedSession, endAllSessions, endSessions, endSessionsOfDevice } from './end-sessions.ts';
export { inSession } from './in-session.ts';
export { outcomeOf, type RevocationOutcome } from './log-out.ts';
export { presentSession } from './present-session.ts';
export { insertSession, listUnendedSessions, lockSession, proofMethodsOf, purgeSessions, rotateToken } from './session.queries.ts';
export { sessionRoutes } from './session.routes.ts';
export { inactivityExpiry, isOnline, type Proof, type Session, stepUpMethods, withProof } from './session.ts';
export { createRecentGuard, createSessionGuard, type SignedInCaller } from './session-guard.ts';
export { eventRoutes } from './session-stream.ts';
