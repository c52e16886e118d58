import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../account.route.ts';
import { leaveIfSignedIn } from '../entry/leave-if-signed-in.ts';

export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  beforeLoad: () => leaveIfSignedIn('/'),
  component: lazyRouteComponent(() => import('./sign-up-page.tsx'), 'SignUpPage'),
});
