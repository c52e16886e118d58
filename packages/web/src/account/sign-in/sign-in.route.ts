import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWords } from '../../words/words.ts';
import { rootRoute } from '../account.route.ts';
import { leaveIfSignedIn } from '../entry/leave-if-signed-in.ts';
import { nextPage } from './next-page.ts';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => (typeof search['next'] === 'string' ? { next: search['next'] } : {}),
  beforeLoad: async ({ search }) => {
    await leaveIfSignedIn(nextPage(search.next, location.origin));
    await needWords('entry');
  },
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});
