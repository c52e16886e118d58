import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Rows to come, in the shape of a list. Says "Loading…" to screen readers. */
export function Skeleton({ rows = 3 }: { rows?: number }): ReactElement {
  const { t } = useWords();
  return (
    <div role="status" className="animate-pulse">
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} aria-hidden="true" className="grid gap-3 border-b border-line py-6">
          <div className="h-4 w-2/5 rounded-full bg-land" />
          <div className="h-3 w-3/5 rounded-full bg-line" />
        </div>
      ))}
    </div>
  );
}
