import type { ReactElement } from 'react';
import { ConnectionLost, isPassing } from '../../data/problem.ts';
import { Button } from '../../design/button.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';
import { PlainFrame } from './plain-frame.tsx';

/** A page that could not be shown: the server is away, or the page itself broke. */
export function BrokenPage({ error }: { error: unknown }): ReactElement {
  const { t, locale } = useWords();
  const away = isPassing(error) || error instanceof ConnectionLost;
  return (
    <PlainFrame>
      <div role="alert">
        <PageHeading title={away ? describeError(error, t, locale) : t('shell.broken_title')}>{!away && t('shell.broken_text')}</PageHeading>
        <Button tone="primary" onClick={() => location.reload()}>
          {t(away ? 'common.retry' : 'shell.reload')}
        </Button>
      </div>
    </PlainFrame>
  );
}
