import type { Account } from '@warder/api';
import { describeLastSeen } from '@warder/words';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { useNow } from '../../words/clock.ts';
import { useWords } from '../../words/words.ts';
import { Outcome } from './outcome.tsx';
import { Entry } from './section.tsx';

const PasswordDialog = lazy(() => import('./password-dialog.tsx'));

export function PasswordEntry({ account }: { account: Account }): ReactElement {
  const { t, locale } = useWords();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const [endedOthers, setEndedOthers] = useState<number | null>(null);
  const finish = (others: number) => {
    setEndedOthers(others);
    setOpen(false);
  };
  return (
    <Entry
      title={t('common.password')}
      state={t('settings.password_changed', { when: describeLastSeen(account.passwordChangedAt, now, locale) })}
      actions={<Button onClick={() => setOpen(true)}>{t('settings.password_change')}</Button>}
    >
      <Outcome done={endedOthers !== null && t('settings.password_done', { others: endedOthers })} />
      <Suspense>{open && <PasswordDialog email={account.email} onDone={finish} onClose={() => setOpen(false)} />}</Suspense>
    </Entry>
  );
}
