import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountRoute } from '../account.route.ts';

export const devicesRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/devices',
  component: lazyRouteComponent(() => import('./devices-page.tsx'), 'DevicesPage'),
});
