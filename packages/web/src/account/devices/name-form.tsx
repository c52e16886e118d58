import { useMutation } from '@tanstack/react-query';
import type { Device } from '@warder/api';
import { describeClient } from '@warder/words';
import { type ReactElement, type SubmitEvent, useState } from 'react';
import { renameDevice } from '../../data/devices.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';

const maxLength = 60;

/** Names a device in its place: Enter keeps, Escape leaves. */
export default function NameForm({ device, onClose }: { device: Device; onClose: () => void }): ReactElement {
  const { t, locale } = useWords();
  const [name, setName] = useState(device.name ?? '');
  const rename = useMutation(renameDevice);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    rename.mutate({ deviceId: device.id, name: name.trim() === '' ? null : name.trim() }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onClose()} className="grid max-w-sm gap-3">
      <Field
        autoFocus
        label={t('actions.name_label')}
        hint={t('actions.name_hint')}
        error={rename.error && describeError(rename.error, t, locale)}
        placeholder={describeClient(device.client, t)}
        value={name}
        maxLength={maxLength}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="flex gap-2">
        <Button type="submit" tone="primary" pending={rename.isPending}>
          {t('common.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
