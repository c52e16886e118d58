import type { ReactElement } from 'react';
import { PageHeading } from '../../design/page-heading.tsx';
import { useWords } from '../../words/words.ts';

export function DevicesPage(): ReactElement {
  const { t } = useWords();
  return <PageHeading title={t('shell.devices')} />;
}
