import { createRouter } from '@tanstack/react-router';
import { accountRoute, rootRoute } from './account/account.route.ts';
import { activityRoute } from './account/activity/activity.route.ts';
import { deviceRoute, devicesRoute } from './account/devices/devices.route.ts';
import { overviewRoute } from './account/overview/overview.route.ts';
import { resetPasswordRoute } from './account/reset-password/reset-password.route.ts';
import { settingsRoute } from './account/settings/settings.route.ts';
import { signInRoute } from './account/sign-in/sign-in.route.ts';
import { signUpRoute } from './account/sign-up/sign-up.route.ts';

const routeTree = rootRoute.addChildren([
  signInRoute,
  signUpRoute,
  resetPasswordRoute,
  accountRoute.addChildren([overviewRoute, devicesRoute, deviceRoute, activityRoute, settingsRoute]),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

// A page that opens takes the focus to its headline, so that a screen reader says where it is; a form that asks for something keeps it.
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (!fromLocation || !pathChanged || document.activeElement?.matches('input')) return;
  document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
