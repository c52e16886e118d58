import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** good: all is well. plain: to know. warn: look at this. danger: it went wrong. */
export type NoticeTone = 'good' | 'plain' | 'warn' | 'danger';

const tones: Record<NoticeTone, string> = {
  good: 'border-brand bg-brand-soft',
  plain: 'border-muted bg-sea',
  warn: 'border-warn bg-warn-soft',
  danger: 'border-danger bg-warn-soft',
};
const titles: Record<NoticeTone, string> = { good: 'text-brand', plain: 'text-ink', warn: 'text-warn', danger: 'text-danger' };

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  /** Read out when it appears: for what an action came to. An error interrupts, anything else waits its turn. */
  announced?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A verdict with the 4 px status rail. */
export function Notice({ tone = 'plain', title, announced = false, className, children }: NoticeProps): ReactElement {
  const role = announced ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div role={role} data-tone={tone} className={classNames('border-l-4 px-4 py-3', tones[tone], className)}>
      {title && <p className={classNames('font-semibold', titles[tone])}>{title}</p>}
      {children}
    </div>
  );
}
