import type { RevocationResult } from '@warder/api';
import { type ReactElement, Suspense, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { lazyWithWords, useWords } from '../../words/words.ts';
import { type LogOutScope, logOutLabels } from './log-out-scope.ts';

const LogOutDialog = lazyWithWords('actions', () => import('./log-out-dialog.tsx'));

/** Signs out all other devices, or all (DEV-6). What it came to stays beside the button. */
export function LogOut({ scope, tone = 'plain' }: { scope: LogOutScope; tone?: 'plain' | 'danger' }): ReactElement {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [result, setResult] = useState<RevocationResult | null>(null);
  const finish = (done: RevocationResult) => {
    setAsking(false);
    setResult(done);
  };
  return (
    <div className="grid justify-items-start gap-3">
      <Button tone={tone} onClick={() => setAsking(true)}>
        {t(logOutLabels[scope])}
      </Button>
      {result && (
        <Notice tone="good" announced>
          {t('devices.others_done', { ended: result.endedSessions.length, left: result.remainingSessions })}
        </Notice>
      )}
      <Suspense>{asking && <LogOutDialog scope={scope} onDone={finish} onClose={() => setAsking(false)} />}</Suspense>
    </div>
  );
}
