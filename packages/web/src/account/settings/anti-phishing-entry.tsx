import { useMutation } from '@tanstack/react-query';
import type { Account } from '@warder/api';
import { type ReactElement, useState } from 'react';
import { changeAntiPhishingCode } from '../../data/account.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../words/words.ts';
import { AntiPhishingForm } from './anti-phishing-form.tsx';
import { Outcome } from './outcome.tsx';
import { Entry } from './section.tsx';

/** The word that tells Warder's mails from forged ones (ACC-7). */
export function AntiPhishingEntry({ account }: { account: Account }): ReactElement {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  const change = useMutation({ ...changeAntiPhishingCode, onSuccess: () => setEditing(false) });
  const code = account.antiPhishingCode;
  const edit = () => {
    change.reset();
    setEditing(true);
  };
  return (
    <Entry
      title={t('settings.antiPhishing')}
      state={
        <>
          <p className={code === null ? 'text-ink' : 'text-lg break-words text-ink'}>{code ?? t('settings.antiPhishing_none')}</p>
          <p>{t('settings.antiPhishing_what')}</p>
        </>
      }
      actions={
        !editing && (
          <>
            <Button onClick={edit}>{t(code === null ? 'settings.antiPhishing_choose' : 'settings.antiPhishing_change')}</Button>
            {code !== null && (
              <Button pending={change.isPending} onClick={() => change.mutate(null)}>
                {t('common.remove')}
              </Button>
            )}
          </>
        )
      }
    >
      {editing && <AntiPhishingForm known={code ?? ''} pending={change.isPending} onSave={change.mutate} onCancel={() => setEditing(false)} />}
      <Outcome
        error={change.error}
        done={change.isSuccess && t(change.variables === null ? 'settings.antiPhishing_removed' : 'settings.antiPhishing_saved')}
      />
    </Entry>
  );
}
