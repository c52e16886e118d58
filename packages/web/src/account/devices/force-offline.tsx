import type { Device } from '@warder/api';
import { type ReactElement, Suspense, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { lazyWithWords, useWords } from '../../words/words.ts';

const ForceOfflineDialog = lazyWithWords('actions', () => import('./force-offline-dialog.tsx'));

/** Forces one device offline after saying what that does; the safe button has the focus. */
export function ForceOffline({ device, tone = 'plain' }: { device: Device; tone?: 'plain' | 'danger' }): ReactElement {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button tone={tone} onClick={() => setAsking(true)}>
        {t('common.forceOffline')}
      </Button>
      <Suspense>{asking && <ForceOfflineDialog device={device} onClose={() => setAsking(false)} />}</Suspense>
    </>
  );
}
