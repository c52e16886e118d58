import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWords } from '../../words/words.ts';
import { rootRoute } from '../account.route.ts';
import { leaveIfSignedIn } from '../entry/leave-if-signed-in.ts';

export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  beforeLoad: async () => {
    await leaveIfSignedIn('/');
    await needWords('entry');
  },
  component: lazyRouteComponent(() => import('./sign-up-page.tsx'), 'SignUpPage'),
});
