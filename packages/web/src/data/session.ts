import type { Call, CurrentSession } from '@warder/api';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { csrfToken } from './csrf.ts';
import { queryClient } from './query-client.ts';
import { sessionEnd } from './session-end.ts';

const signedInKey = 'warder.signed-in';

/** Who is signed in here. @throws `not-signed-in`, `session-ended` with the reason */
export async function readSession(signal?: AbortSignal): Promise<CurrentSession> {
  const session = await call('GET /v1/session', signal ? { signal } : {});
  csrfToken.current = session.csrfToken;
  localStorage.setItem(signedInKey, 'yes');
  return session;
}

/** False when this browser surely has no session, so that a first visit asks nothing in vain. */
export const mayBeSignedIn = (): boolean => localStorage.getItem(signedInKey) !== null;

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => readSession(signal) });

/** The session of the page; the account routes have read it before any of their components runs. */
export const useSession = (): CurrentSession => useSuspenseQuery(sessionQuery).data;

/** Forgets all that belongs to a session, so that nothing of one account ever shows in another's page. */
export function forgetSession(): void {
  csrfToken.current = null;
  localStorage.removeItem(signedInKey);
  sessionEnd.set(null);
  queryClient.clear();
}

/** Signs out here. Whatever the server says, this page forgets the session's data. */
export async function signOut(): Promise<void> {
  await call('DELETE /v1/session');
  forgetSession();
}

/** Shows a fresh proof to the server, which replaces the session's token. @throws `wrong-credentials`, `wrong-code`, `too-many-attempts` */
export const stepUp = (proof: Call<'POST /v1/session/step-up'>['body']): Promise<unknown> => call('POST /v1/session/step-up', { body: proof });
