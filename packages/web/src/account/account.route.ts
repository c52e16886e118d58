import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isProblem } from '../data/problem.ts';
import { queryClient } from '../data/query-client.ts';
import { readSession, sessionQuery } from '../data/session.ts';
import { announceSessionEnd } from '../data/session-end.ts';
import { speak } from '../words/words.ts';
import { AccountFrame } from './shell/account-frame.tsx';
import { BrokenPage } from './shell/broken-page.tsx';
import { Root } from './shell/root.tsx';

export const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: lazyRouteComponent(() => import('./shell/not-found-page.tsx'), 'NotFoundPage'),
  errorComponent: BrokenPage,
});

/** Reads who is signed in before a page of the account shows; whoever is not, signs in first and comes back. */
async function requireSession(address: string): Promise<void> {
  if (queryClient.getQueryData(sessionQuery.queryKey)) return;
  try {
    const session = await readSession();
    await speak(session.account.locale);
    queryClient.setQueryData(sessionQuery.queryKey, session);
  } catch (error) {
    if (isProblem(error, 'session-ended')) return announceSessionEnd(error.document.reason ?? null);
    if (isProblem(error, 'not-signed-in')) throw redirect({ to: '/sign-in', search: address === '/' ? {} : { next: address } });
    throw error;
  }
}

/** The parent of every page of a signed-in account. */
export const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'account',
  beforeLoad: ({ location }) => requireSession(location.href),
  component: AccountFrame,
  errorComponent: BrokenPage,
});
