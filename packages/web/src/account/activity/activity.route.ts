import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { SignInFilter } from '../../data/sign-ins.ts';
import { needWords } from '../../words/words.ts';
import { accountRoute } from '../account.route.ts';

const outcomes = ['signed_in', 'failed'] as const;

/** Reads the address; what no filter could mean is left out. */
function readActivitySearch(search: Record<string, unknown>): SignInFilter {
  const outcome = outcomes.find((known) => known === search['outcome']);
  return outcome ? { outcome } : {};
}

export const activityRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/activity',
  validateSearch: readActivitySearch,
  beforeLoad: () => needWords('activity'),
  component: lazyRouteComponent(() => import('./activity-page.tsx'), 'ActivityPage'),
});
