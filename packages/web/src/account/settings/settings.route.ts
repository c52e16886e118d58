import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWords } from '../../words/words.ts';
import { accountRoute } from '../account.route.ts';

export const settingsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/settings',
  beforeLoad: () => needWords('settings', 'entry'),
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});
