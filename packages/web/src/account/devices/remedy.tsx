import { type ReactElement, Suspense, useEffect } from 'react';
import { useStore } from '../../data/store.ts';
import { lazyWithWords } from '../../words/words.ts';
import { forcedOffline } from './forced-offline.ts';

const RemedyNotice = lazyWithWords('actions', () => import('./remedy-notice.tsx'));

/** Shows what forcing a device offline came to, until the page is left. */
export function Remedy(): ReactElement {
  const done = useStore(forcedOffline);
  useEffect(() => () => forcedOffline.set(null), []);
  return <Suspense>{done && <RemedyNotice done={done} />}</Suspense>;
}
