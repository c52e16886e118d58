import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useWords } from '../words/words.ts';

interface PageHeadingProps {
  /** One sentence: what there is to know here. */
  title: string;
  children?: ReactNode;
}

/** The headline of a page, and the title of its tab. */
export function PageHeading({ title, children }: PageHeadingProps): ReactElement {
  const { t } = useWords();
  const brand = t('common.brand');
  useEffect(() => {
    document.title = `${title.replace(/[.。]$/, '')} · ${brand}`;
  }, [title, brand]);
  return (
    <header className="mb-8">
      <h1
        tabIndex={-1}
        data-page-heading=""
        className="font-head text-[clamp(1.5rem,1.1rem+2vw,2.35rem)] leading-[1.25] font-semibold tracking-[-0.01em] outline-none"
      >
        {title}
      </h1>
      {children && <div className="mt-2.5 max-w-prose text-muted">{children}</div>}
    </header>
  );
}

/** The heading of a part of a page. */
export const SectionHeading = ({ id, children }: { id?: string; children: ReactNode }): ReactElement => (
  <h2 id={id} className="font-head text-xl leading-snug font-semibold">
    {children}
  </h2>
);
