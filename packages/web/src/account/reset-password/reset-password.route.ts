import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../account.route.ts';

export const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./reset-password-page.tsx'), 'ResetPasswordPage'),
});
