import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Call, CurrentSession } from '@warder/api';
import { call } from './call.ts';
import { csrfToken } from './csrf.ts';
import { queryClient } from './query-client.ts';
import { sessionEnd, stopListening } from './session-end.ts';

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

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await readSession(signal);
    leaveIfReplaced(session);
    return session;
  },
});

/** Someone signed in anew in another page of this browser: what this page shows may belong to another account, so it loads anew. */
function leaveIfReplaced({ session }: CurrentSession): void {
  const known = queryClient.getQueryData<CurrentSession>(['session']);
  if (known && known.session.id !== session.id) location.reload();
}

/** The session of the page; the account routes have read it before any of their components runs. */
export const useSession = (): CurrentSession => useSuspenseQuery(sessionQuery).data;

/** Forgets all that belongs to a session, so that nothing of one account ever shows in another's page. */
export function forgetSession(): void {
  csrfToken.current = null;
  localStorage.removeItem(signedInKey);
  sessionEnd.set(null);
  queryClient.clear();
}

/**
 * Signs out here and loads the sign-in page anew, so that nothing of the account stays in this page's memory.
 * @throws ConnectionLost and others: then the session still stands
 */
export async function signOut(): Promise<void> {
  const listenAgain = stopListening();
  try {
    await call('DELETE /v1/session');
  } catch (error) {
    listenAgain();
    throw error;
  }
  localStorage.removeItem(signedInKey);
  location.assign('/sign-in');
}

/** Shows a fresh proof to the server, which replaces the session's token. @throws `wrong-credentials`, `wrong-code`, `too-many-attempts` */
export const stepUp = (proof: Call<'POST /v1/session/step-up'>['body']): Promise<unknown> => call('POST /v1/session/step-up', { body: proof });
