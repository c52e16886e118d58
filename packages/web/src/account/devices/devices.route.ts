import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountRoute } from '../account.route.ts';
import { readDeviceSearch } from './device-filter.ts';

export const devicesRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/devices',
  validateSearch: readDeviceSearch,
  component: lazyRouteComponent(() => import('./devices-page.tsx'), 'DevicesPage'),
});

export const deviceRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/devices/$deviceId',
  component: lazyRouteComponent(() => import('./device-page.tsx'), 'DevicePage'),
});
