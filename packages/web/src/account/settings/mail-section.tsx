import { useMutation } from '@tanstack/react-query';
import type { Account, ReviewReminder } from '@warder/api';
import type { ReactElement } from 'react';
import { changeSettings } from '../../data/account.ts';
import { Segments } from '../../design/segments.tsx';
import { toast } from '../../design/toasts.tsx';
import { useWords } from '../../words/words.ts';
import { AntiPhishingEntry } from './anti-phishing-entry.tsx';
import { Outcome } from './outcome.tsx';
import { Entry, Section } from './section.tsx';

const reminders = ['weekly', 'every_72_hours', 'off'] as const satisfies readonly ReviewReminder[];

/** What Warder writes, and how often. */
export function MailSection({ account }: { account: Account }): ReactElement {
  const { t } = useWords();
  const change = useMutation({ ...changeSettings, onSuccess: () => toast(t('settings.saved')) });
  const chosen = change.isPending ? (change.variables.reviewReminder ?? account.reviewReminder) : account.reviewReminder;
  return (
    <Section title={t('settings.mails')}>
      <AntiPhishingEntry account={account} />
      <Entry title={t('settings.reminder')} state={t('settings.reminder_what')}>
        <div>
          <Segments
            label={t('settings.reminder')}
            options={reminders.map((value) => ({ value, label: t(`settings.reminder_${value}`) }))}
            value={chosen}
            onChange={(reviewReminder) => change.mutate({ reviewReminder })}
          />
        </div>
        <Outcome error={change.error} />
      </Entry>
    </Section>
  );
}
