import { findAccount } from '../accounts/index.ts';
import { findAuthenticatorApp, presentAccount } from '../credentials/index.ts';
import type { Ground } from '../ground.ts';
import type { Cookies, Serve } from '../http/index.ts';
import type { SessionId } from '../kernel/ids.ts';
import { problem } from '../kernel/problem.ts';
import { listLiveSessions } from './check-session.ts';
import { endSession, logOutDevices, signOut } from './log-out.ts';
import { presentSession } from './present-session.ts';
import { stepUpMethods } from './session.ts';
import { csrfTokenOf } from './session-guard.ts';

export function sessionRoutes(serve: Serve, ground: Ground, cookies: Cookies): void {
  const { db, clock, keyring } = ground;

  serve('GET /v1/session', async ({ caller: { session } }) => {
    const account = await findAccount(db, keyring, session.accountId);
    if (!account) throw problem('not-signed-in');
    return {
      account: await presentAccount(db, account),
      session: presentSession(session, session.id),
      csrfToken: csrfTokenOf(ground, session),
      stepUpMethods: stepUpMethods({ hasAuthenticatorApp: (await findAuthenticatorApp(db, account.id)) !== null }),
    };
  });

  serve('DELETE /v1/session', async ({ caller, reply }) => {
    await signOut(ground, caller);
    cookies.clearSession(reply);
  });

  serve('GET /v1/sessions', async ({ caller: { session } }) => {
    const account = await findAccount(db, keyring, session.accountId);
    if (!account) throw problem('not-signed-in');
    const live = await listLiveSessions(db, account, clock.now());
    return { sessions: live.map((listed) => presentSession(listed, session.id)) };
  });

  serve('DELETE /v1/sessions/:sessionId', ({ caller, params }) => endSession(ground, caller, params.sessionId as SessionId));
  serve('POST /v1/sessions/log-out', ({ caller, body }) => logOutDevices(ground, caller, body));
}
