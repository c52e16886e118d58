import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass } from '../../design/button.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { useWords } from '../../words/words.ts';
import { PlainFrame } from './plain-frame.tsx';

/** An address that leads nowhere. */
export function NotFoundPage(): ReactElement {
  const { t } = useWords();
  return (
    <PlainFrame>
      <PageHeading title={t('shell.notFound_title')}>{t('shell.notFound_text')}</PageHeading>
      <Link to="/" className={buttonClass('primary')}>
        {t('shell.toOverview')}
      </Link>
    </PlainFrame>
  );
}
