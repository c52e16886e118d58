import { createRouter } from '@tanstack/react-router';
import { accountRoute, rootRoute } from './account/account.route.ts';
import { activityRoute } from './account/activity/activity.route.ts';
import { deviceRoute, devicesRoute } from './account/devices/devices.route.ts';
import { overviewRoute } from './account/overview/overview.route.ts';
import { resetPasswordRoute } from './account/reset-password/reset-password.route.ts';
import { settingsRoute } from './account/settings/settings.route.ts';
import { signInRoute } from './account/sign-in/sign-in.route.ts';
import { signUpRoute } from './account/sign-up/sign-up.route.ts';

const routeTree = rootRoute.addChildren([signInRoute, signUpRoute, resetPasswordRoute, accountRoute.addChildren([overviewRoute, devicesRoute, deviceRoute, activityRoute, settingsRoute])]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
