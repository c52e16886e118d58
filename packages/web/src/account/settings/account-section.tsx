import type { Account } from '@warder/api';
import { describeDate } from '@warder/words';
import type { ReactElement } from 'react';
import { useClock } from '../../words/clock.ts';
import { useWords } from '../../words/words.ts';
import { Entry, Section } from './section.tsx';

export function AccountSection({ account }: { account: Account }): ReactElement {
  const { t } = useWords();
  const clock = useClock();
  return (
    <Section title={t('settings.account')}>
      <Entry
        title={t('common.email')}
        state={
          <>
            <p className="break-all text-ink">{account.email}</p>
            <p>{t('settings.account_since', { date: describeDate(account.createdAt, clock) })}</p>
          </>
        }
      />
    </Section>
  );
}
