import { describeWait } from '@warder/words';
import type { ReactElement } from 'react';
import { isProblem } from '../../data/problem.ts';
import { Notice } from '../../design/notice.tsx';
import { VisuallyHidden } from '../../design/visually-hidden.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';

/** What went wrong with the form as a whole; a wait is counted down in sight, and announced only at its start and end. */
export function Failure({ error, waitSeconds }: { error: unknown; waitSeconds: number }): ReactElement | null {
  const { t, locale } = useWords();
  if (!error) return null;
  if (!isProblem(error, 'too-many-attempts') || error.document.retryAfterSeconds === undefined) {
    return (
      <Notice tone="danger" announced>
        {describeError(error, t, locale)}
      </Notice>
    );
  }
  const whole = describeWait(error.document.retryAfterSeconds, locale);
  return (
    <Notice tone={waitSeconds > 0 ? 'warn' : 'good'} title={waitSeconds > 0 && t('auth.tooMany_title')}>
      {waitSeconds > 0 && <p aria-hidden="true">{t('auth.tooMany_wait', { wait: describeWait(waitSeconds, locale) })}</p>}
      {waitSeconds === 0 && <p aria-hidden="true">{t('auth.waitOver')}</p>}
      <span role="alert">
        <VisuallyHidden>{waitSeconds > 0 ? t('auth.tooMany_wait', { wait: whole }) : t('auth.waitOver')}</VisuallyHidden>
      </span>
    </Notice>
  );
}
