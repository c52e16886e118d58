import { useMutation } from '@tanstack/react-query';
import type { Device } from '@warder/api';
import type { ReactElement } from 'react';
import { forceOffline } from '../../data/devices.ts';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';
import { forcedOffline } from './forced-offline.ts';
import { nameOf } from './name-of.ts';

/** Says what forcing a device offline does, and does it. */
export default function ForceOfflineDialog({ device, onClose }: { device: Device; onClose: () => void }): ReactElement {
  const { t, locale } = useWords();
  const name = nameOf(device, t);
  const force = useMutation({
    ...forceOffline,
    onSuccess: ({ endedSessions, remainingSessions }) => {
      onClose();
      forcedOffline.set({ deviceId: device.id, name, ended: endedSessions.length, left: remainingSessions });
    },
  });
  return (
    <ConfirmDialog
      title={t('actions.offline_title', { device: name })}
      verb={t('common.forceOffline')}
      pending={force.isPending}
      error={force.error && describeError(force.error, t, locale)}
      onConfirm={() => force.mutate(device.id)}
      onClose={onClose}
    >
      <p>{t('actions.offline_effect', { count: device.liveSessions })}</p>
      <p className="text-muted">{t('actions.offline_next')}</p>
    </ConfirmDialog>
  );
}
