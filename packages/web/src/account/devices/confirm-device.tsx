import { useMutation } from '@tanstack/react-query';
import type { Device } from '@warder/api';
import type { ReactElement } from 'react';
import { confirmDevice } from '../../data/devices.ts';
import { Button } from '../../design/button.tsx';
import { toast } from '../../design/toasts.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';
import { nameOf } from './name-of.ts';

/** "It was me": the device is not asked about again. */
export function ConfirmDevice({ device }: { device: Device }): ReactElement {
  const { t, locale } = useWords();
  const confirm = useMutation({
    ...confirmDevice,
    onSuccess: () => toast(t('devices.confirmed', { device: nameOf(device, t) })),
    onError: (error) => toast(describeError(error, t, locale)),
  });
  return (
    <Button pending={confirm.isPending} onClick={() => confirm.mutate(device.id)}>
      {t('common.itWasMe')}
    </Button>
  );
}
