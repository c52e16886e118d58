import { Outlet } from '@tanstack/react-router';
import { type ReactElement, Suspense } from 'react';
import { sessionEnd } from '../../data/session-end.ts';
import { stepUpRequest } from '../../data/step-up.ts';
import { useStore } from '../../data/store.ts';
import { ToastRegion } from '../../design/toasts.tsx';
import { lazyWithWords } from '../../words/words.ts';
import { SessionEndedPage } from '../session-end/session-ended-page.tsx';

const StepUpDialog = lazyWithWords('entry', () => import('../step-up/step-up-dialog.tsx'));

/** What stands around every page. Once the session has ended, that page alone is left. */
export function Root(): ReactElement {
  const end = useStore(sessionEnd);
  const question = useStore(stepUpRequest);
  if (end) return <SessionEndedPage end={end} />;
  return (
    <>
      <Outlet />
      <Suspense>{question && <StepUpDialog {...question} />}</Suspense>
      <ToastRegion />
    </>
  );
}
