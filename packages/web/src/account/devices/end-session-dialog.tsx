import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { endSession } from '../../data/devices.ts';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';

/** Says what ending one session does, and does it. */
export default function EndSessionDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }): ReactElement {
  const { t, locale } = useWords();
  const end = useMutation({ ...endSession, onSuccess: onClose });
  return (
    <ConfirmDialog
      title={t('device.session_end_title')}
      verb={t('device.session_end')}
      pending={end.isPending}
      error={end.error && describeError(end.error, t, locale)}
      onConfirm={() => end.mutate(sessionId)}
      onClose={onClose}
    >
      <p>{t('device.session_end_effect')}</p>
    </ConfirmDialog>
  );
}
