import { type ReactElement, type ReactNode, useId } from 'react';
import { SectionHeading } from '../../design/page-heading.tsx';

/** A chapter of the settings: its name at the margin, its entries beside it. */
export function Section({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-5 border-t border-line py-8 md:grid-cols-[14rem_minmax(0,1fr)]">
      <SectionHeading id={id}>{title}</SectionHeading>
      <div className="grid gap-8">{children}</div>
    </section>
  );
}

interface EntryProps {
  title: string;
  /** How it stands. */
  state?: ReactNode;
  actions?: ReactNode;
  /** What came of the last action; stays until the next. */
  children?: ReactNode;
}

/** One thing that can be set: what it is, how it stands, what can be done. */
export function Entry({ title, state, actions, children }: EntryProps): ReactElement {
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-semibold">{title}</h3>
          {state && <div className="mt-0.5 max-w-prose text-muted">{state}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
