import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountRoute } from '../account.route.ts';

export const activityRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/activity',
  component: lazyRouteComponent(() => import('./activity-page.tsx'), 'ActivityPage'),
});
