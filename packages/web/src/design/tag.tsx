import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

const tones = { plain: 'border-muted/45 text-muted', good: 'border-brand text-brand', warn: 'border-warn bg-warn text-paper' };

/** A short label. Never the only sign of a danger: a sentence says it too. */
export const Tag = ({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }): ReactElement => (
  <span
    data-tone={tone}
    className={classNames('inline-block rounded-full border px-2.5 py-0.5 text-xs leading-5 font-medium whitespace-nowrap', tones[tone])}
  >
    {children}
  </span>
);
