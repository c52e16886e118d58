import { useMutation } from '@tanstack/react-query';
import type { Account } from '@warder/api';
import { type ReactElement, useState } from 'react';
import { replaceRecoveryCodes } from '../../data/account.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { useWords } from '../../words/words.ts';
import { Outcome } from './outcome.tsx';
import { Entry } from './section.tsx';

interface RecoveryCodesEntryProps {
  account: Account;
  /** New ones were just shown and kept. */
  kept: boolean;
  onCodes: (codes: readonly string[]) => void;
}

/** How many recovery codes are left, and new ones in their place. */
export function RecoveryCodesEntry({ account, kept, onCodes }: RecoveryCodesEntryProps): ReactElement {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const replace = useMutation({
    ...replaceRecoveryCodes,
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
    onSettled: () => setAsking(false),
  });
  return (
    <Entry
      title={t('settings.codes')}
      state={
        <>
          <p className="text-ink">{t('settings.codes_left', { count: account.recoveryCodesLeft })}</p>
          <p>{t('settings.codes_what')}</p>
        </>
      }
      actions={<Button onClick={() => setAsking(true)}>{t('settings.codes_replace')}</Button>}
    >
      <Outcome error={replace.error} done={kept && t('settings.codes_keptDone')} />
      {asking && (
        <ConfirmDialog
          title={t('settings.codes_replace_title')}
          verb={t('settings.codes_replace')}
          tone="primary"
          pending={replace.isPending}
          onConfirm={() => replace.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('settings.codes_replace_effect')}</p>
        </ConfirmDialog>
      )}
    </Entry>
  );
}
