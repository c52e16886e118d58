import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWords } from '../../words/words.ts';
import { accountRoute } from '../account.route.ts';
import { readDeviceSearch } from './device-filter.ts';

export const devicesRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/devices',
  validateSearch: readDeviceSearch,
  beforeLoad: () => needWords('devices'),
  component: lazyRouteComponent(() => import('./devices-page.tsx'), 'DevicesPage'),
});

export const deviceRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/devices/$deviceId',
  beforeLoad: () => needWords('devices', 'device'),
  component: lazyRouteComponent(() => import('./device-page.tsx'), 'DevicePage'),
});
