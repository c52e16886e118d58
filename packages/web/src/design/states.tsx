import type { ReactElement, ReactNode } from 'react';
import { describeError } from '../words/describe-error.ts';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** Nothing to show, and what that means. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }): ReactElement => (
  <div className="border-y border-line py-10 text-center">
    <p className="font-head text-lg font-semibold">{title}</p>
    {children && <div className="mx-auto mt-1 max-w-prose text-muted">{children}</div>}
  </div>
);

/** It could not be read: what happened, and the way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactElement {
  const { t, locale } = useWords();
  return (
    <Notice tone="danger" announced>
      <p>{describeError(error, t, locale)}</p>
      {onRetry && (
        <Button className="mt-3" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </Notice>
  );
}
