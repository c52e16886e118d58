import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { sessionEnd } from '../../data/session-end.ts';
import { useStore } from '../../data/store.ts';
import { ToastRegion } from '../../design/toasts.tsx';
import { SessionEndedPage } from '../session-end/session-ended-page.tsx';
import { StepUpDialog } from '../step-up/step-up-dialog.tsx';

/** What stands around every page. Once the session has ended, that page alone is left. */
export function Root(): ReactElement {
  const end = useStore(sessionEnd);
  if (end) return <SessionEndedPage end={end} />;
  return (
    <>
      <Outlet />
      <StepUpDialog />
      <ToastRegion />
    </>
  );
}
