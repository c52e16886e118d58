import type { ReactElement } from 'react';
import { PageHeading } from '../../design/page-heading.tsx';
import { useWords } from '../../words/words.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';

export function SignInPage(): ReactElement {
  const { t } = useWords();
  return (
    <PlainFrame>
      <PageHeading title={t('common.signIn')} />
    </PlainFrame>
  );
}
