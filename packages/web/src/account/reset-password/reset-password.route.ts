import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWords } from '../../words/words.ts';
import { rootRoute } from '../account.route.ts';

export const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  beforeLoad: () => needWords('entry'),
  component: lazyRouteComponent(() => import('./reset-password-page.tsx'), 'ResetPasswordPage'),
});
