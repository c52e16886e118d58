import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountRoute } from '../account.route.ts';
import { needWords } from '../../words/words.ts';

export const overviewRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/',
  beforeLoad: () => needWords('overview'),
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
});
