import type { FastifyRequest } from 'fastify';
import type { Actor } from '../audit/index.ts';
import { findAuthenticatorApp } from '../credentials/index.ts';
import { describeClient } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import { type Cookies, isSafe } from '../http/index.ts';
import { problem } from '../kernel/problem.ts';
import { checkSession, recordUse } from './check-session.ts';
import { isRecent, type Session, stepUpMethods } from './session.ts';

/** Whoever presented a live session, and what the request tells about where it was presented. */
export interface SignedInCaller {
  session: Session;
  actor: Actor;
}

declare module '../http/callers.ts' {
  interface Callers {
    session: SignedInCaller;
    recent: SignedInCaller;
  }
}

/** Ties an unsafe request to the page that the session was given to (OWASP ASVS 5.0 §3.5.1). Derived, so that nothing is stored. */
export const csrfTokenOf = ({ keyring }: Pick<Ground, 'keyring'>, session: Pick<Session, 'id'>): string =>
  keyring.mac('csrf', session.id).toString('base64url');

/** A token in both places would leave open which of two sessions was meant; the header is the deliberate one. */
function presentedToken(request: FastifyRequest, cookies: Cookies): { token: string; by: Session['delivery'] } | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer ([\w-]+)$/i.exec(authorization)?.[1];
    return token ? { token, by: 'bearer' } : null;
  }
  const token = cookies.sessionToken(request);
  return token ? { token, by: 'cookie' } : null;
}

function requireCsrfToken(ground: Ground, request: FastifyRequest, session: Session): void {
  if (isSafe(request.method)) return;
  const given = request.headers['x-csrf-token'];
  const valid = typeof given === 'string' && ground.keyring.verifyMac('csrf', session.id, Buffer.from(given, 'base64url'));
  if (!valid) throw problem('csrf-token-invalid', { detail: 'Send the csrfToken of GET /v1/session as X-CSRF-Token.' });
}

/**
 * Lets in whoever presents a live session. A token that was given as a cookie is good in a cookie alone, so that a page's stolen
 * bearer cannot pass for a browser or the other way round.
 *
 * @throws `not-signed-in`, `session-ended` with the reason, `csrf-token-invalid`
 */
export function createSessionGuard(ground: Ground, cookies: Cookies): (request: FastifyRequest) => Promise<SignedInCaller> {
  return async (request) => {
    const { db, clock, origins } = ground;
    const presented = presentedToken(request, cookies);
    if (!presented) throw problem('not-signed-in');
    const now = clock.now();
    const check = await checkSession(db, presented.token, now);
    if (check.kind === 'unknown' || check.session.delivery !== presented.by) throw problem('not-signed-in');
    if (check.kind === 'ended') throw problem('session-ended', { reason: check.reason });
    const { session } = check;
    if (presented.by === 'cookie') requireCsrfToken(ground, request, session);
    await recordUse(db, session, now);
    const actor: Actor = {
      initiatingEntity: 'user',
      sessionId: session.id,
      deviceId: session.deviceId,
      client: describeClient(request.headers),
      origin: origins.describe(request.clientIp),
    };
    return { session, actor };
  };
}

/**
 * Lets in whoever presents a live session with a proof younger than five minutes, of the strongest kind that the account has (ACC-8).
 * @throws `step-up-required` with the methods that would do
 * @see RFC 9470 §3
 */
export function createRecentGuard(
  ground: Ground,
  letIn: (request: FastifyRequest) => Promise<SignedInCaller>,
): (request: FastifyRequest) => Promise<SignedInCaller> {
  return async (request) => {
    const caller = await letIn(request);
    const methods = stepUpMethods({ hasAuthenticatorApp: (await findAuthenticatorApp(ground.db, caller.session.accountId)) !== null });
    if (!isRecent(caller.session, methods, ground.clock.now())) throw problem('step-up-required', { methods });
    return caller;
  };
}
