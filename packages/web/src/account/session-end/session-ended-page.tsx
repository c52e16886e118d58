import { describeSessionEnd } from '@warder/words';
import { type ReactElement, useEffect, useRef } from 'react';
import { readSession } from '../../data/session.ts';
import type { SessionEnd } from '../../data/session-end.ts';
import { buttonClass } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { useWords } from '../../words/words.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';
import { adviseAfter } from './advice.ts';

/**
 * Stands in place of everything else once the session has ended: what happened, why, and what to do. Its links load the pages anew, so that
 * nothing of the account stays in memory.
 */
export function SessionEndedPage({ end }: { end: SessionEnd }): ReactElement {
  const { t } = useWords();
  const advice = adviseAfter(end.reason);
  const main = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (end.reason === 'replaced')
      readSession().then(
        () => location.reload(),
        () => undefined,
      );
  }, [end.reason]);
  useEffect(() => main.current?.querySelector<HTMLElement>('h1')?.focus(), []);
  return (
    <PlainFrame>
      <div ref={main} role="alert" data-session-ended={end.reason ?? ''}>
        <PageHeading title={end.reason === null ? t('shell.ended_unknown') : describeSessionEnd(end.reason, t)}>
          {t('shell.ended_nothingShown')}
        </PageHeading>
        {advice === 'check' && (
          <>
            <p>{t('shell.ended_ifYou')}</p>
            <Notice tone="warn" title={t('shell.ended_ifNotYou')} className="mt-5">
              <p className="mt-1">{t('shell.ended_ifNotYou_text')}</p>
              <a href="/reset-password" className={`${buttonClass('danger')} mt-4`}>
                {t('shell.ended_setPassword')}
              </a>
            </Notice>
          </>
        )}
        {advice === 'reported' && <p>{t('shell.ended_reported')}</p>}
        {advice === 'timed' && <p>{t('shell.ended_timed')}</p>}
        {end.reason === 'signed_out' && <p>{t('shell.ended_signedOut')}</p>}
        <a href="/sign-in" className={`${buttonClass(advice === 'check' ? 'plain' : 'primary')} mt-6`}>
          {t('shell.ended_again')}
        </a>
      </div>
    </PlainFrame>
  );
}
