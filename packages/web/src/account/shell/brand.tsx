import type { ReactElement } from 'react';
import { useWords } from '../../words/words.ts';

/** Warder's mark: an anchor in a shield. */
export function Brand(): ReactElement {
  const { t } = useWords();
  return (
    <span className="inline-flex items-center gap-2.5 font-head text-lg font-semibold">
      <svg aria-hidden="true" width="26" height="26" viewBox="0 0 32 32" fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d="M16 2.5 5 6.2v8.3c0 7.2 4.6 12.6 11 15 6.4-2.4 11-7.8 11-15V6.2z" className="fill-brand" />
        <path d="M16 10v12.5M11.5 14h9M9.8 18.3c.7 2.7 3 4.4 6.2 4.4s5.5-1.7 6.2-4.4" className="stroke-paper" strokeWidth="1.9" />
        <circle cx="16" cy="8.2" r="1.8" className="stroke-paper" strokeWidth="1.7" />
      </svg>
      {t('common.brand')}
    </span>
  );
}
