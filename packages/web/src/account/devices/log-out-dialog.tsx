import { useMutation } from '@tanstack/react-query';
import type { RevocationResult } from '@warder/api';
import { type ReactElement, useState } from 'react';
import { logOut } from '../../data/devices.ts';
import { announceSessionEnd } from '../../data/session-end.ts';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';
import { type LogOutScope, logOutLabels } from './log-out-scope.ts';

interface LogOutDialogProps {
  scope: LogOutScope;
  onDone: (result: RevocationResult) => void;
  onClose: () => void;
}

/** Says what logging out ends, asks whether the devices are to be trusted again, and does it. */
export default function LogOutDialog({ scope, onDone, onClose }: LogOutDialogProps): ReactElement {
  const { t, locale } = useWords();
  const [forgetDevices, setForgetDevices] = useState(true);
  const end = useMutation({ ...logOut, onSuccess: (result) => (scope === 'all' ? announceSessionEnd('logged_out_all') : onDone(result)) });
  return (
    <ConfirmDialog
      title={t(`actions.${scope}_title`)}
      verb={t(logOutLabels[scope])}
      pending={end.isPending}
      error={end.error && describeError(end.error, t, locale)}
      onConfirm={() => end.mutate({ scope, forgetDevices })}
      onClose={onClose}
    >
      <p>{t(`actions.${scope}_effect`)}</p>
      <label className="flex min-h-11 items-start gap-3 py-2">
        <input
          type="checkbox"
          checked={forgetDevices}
          onChange={(event) => setForgetDevices(event.target.checked)}
          className="mt-1 size-5 shrink-0"
        />
        <span>
          {t('actions.forget')}
          <span className="block text-sm text-muted">{t('actions.forget_hint')}</span>
        </span>
      </label>
    </ConfirmDialog>
  );
}
