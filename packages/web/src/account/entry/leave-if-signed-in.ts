import { redirect } from '@tanstack/react-router';
import { queryClient } from '../../data/query-client.ts';
import { mayBeSignedIn, readSession, sessionQuery } from '../../data/session.ts';

/** Sends whoever is signed in already on to `href`. Whatever stands in the way of knowing, the page that was asked for shows. */
export async function leaveIfSignedIn(href: string): Promise<void> {
  if (!mayBeSignedIn()) return;
  const session = queryClient.getQueryData(sessionQuery.queryKey) ?? (await readSession().catch(() => null));
  if (!session) return;
  queryClient.setQueryData(sessionQuery.queryKey, session);
  throw redirect({ href, replace: true });
}
