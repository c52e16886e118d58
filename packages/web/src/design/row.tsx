import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Rows with hairlines between them. */
export const Rows = ({ className, ...rest }: ComponentProps<'ul'>): ReactElement => (
  <ul {...rest} className={classNames('divide-y divide-line border-y border-line', className)} />
);

/** A line of a list: what it is, and what can be done with it at the end, or below on a narrow screen. */
export function Row({ children, actions, className, ...rest }: ComponentProps<'li'> & { actions?: ReactNode }): ReactElement {
  return (
    <li {...rest} className={classNames('flex flex-wrap items-center gap-x-6 gap-y-3 py-5', className)}>
      <div className="min-w-0 flex-1 basis-64">{children}</div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </li>
  );
}

/** Names and values, as a ship's log has them. */
export const Facts = ({ className, ...rest }: ComponentProps<'dl'>): ReactElement => (
  <dl {...rest} className={classNames('grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5 max-sm:grid-cols-1 max-sm:gap-y-0', className)} />
);

export const Fact = ({ name, children }: { name: string; children: ReactNode }): ReactElement => (
  <>
    <dt className="text-muted max-sm:text-sm">{name}</dt>
    <dd className="min-w-0 max-sm:mb-2">{children}</dd>
  </>
);
