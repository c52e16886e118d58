import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWords } from '../../words/words.ts';
import { accountRoute } from '../account.route.ts';

export const overviewRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/',
  beforeLoad: () => needWords('overview'),
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
});
