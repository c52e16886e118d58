import type { Device } from '@warder/api';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { forceOffline } from '../../data/devices.ts';
import { createStore, useStore } from '../../data/store.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';
import { nameOf } from './name-of.ts';

/** What forcing a device offline came to: it stays on the page after the row has gone. */
export interface ForcedOffline {
  deviceId: string;
  name: string;
  ended: number;
  left: number;
}

const latest = createStore<ForcedOffline | null>(null);

export const useForcedOffline = (): ForcedOffline | null => useStore(latest);
export const forgetForcedOffline = (): void => latest.set(null);

/** Forces one device offline after saying what that does; the safe button has the focus. */
export function ForceOffline({ device, tone = 'plain', label }: { device: Device; tone?: 'plain' | 'danger'; label?: string }): ReactElement {
  const { t, locale } = useWords();
  const [asking, setAsking] = useState(false);
  const name = nameOf(device, t);
  const force = useMutation({
    ...forceOffline,
    onSuccess: ({ endedSessions, remainingSessions }) => {
      setAsking(false);
      latest.set({ deviceId: device.id, name, ended: endedSessions.length, left: remainingSessions });
    },
  });
  return (
    <>
      <Button tone={tone} onClick={() => setAsking(true)}>
        {label ?? t('common.forceOffline')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('devices.offline_title', { device: name })}
          verb={t('common.forceOffline')}
          pending={force.isPending}
          error={force.error && describeError(force.error, t, locale)}
          onConfirm={() => force.mutate(device.id)}
          onClose={() => setAsking(false)}
        >
          <p>{t('devices.offline_effect', { count: device.liveSessions })}</p>
          <p className="text-muted">{t('devices.offline_next')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
