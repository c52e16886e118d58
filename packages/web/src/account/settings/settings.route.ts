import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountRoute } from '../account.route.ts';

export const settingsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});
