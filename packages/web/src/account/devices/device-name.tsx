import type { Device } from '@warder/api';
import { useMutation } from '@tanstack/react-query';
import { describeClient } from '@warder/words';
import { type FormEvent, type ReactElement, useState } from 'react';
import { renameDevice } from '../../data/devices.ts';
import { Button, IconButton } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';
import { nameOf } from './name-of.ts';

const maxLength = 60;

function NameForm({ device, onClose }: { device: Device; onClose: () => void }): ReactElement {
  const { t, locale } = useWords();
  const [name, setName] = useState(device.name ?? '');
  const rename = useMutation({ ...renameDevice, onSuccess: (...done) => (renameDevice.onSuccess?.(...done), onClose()) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate({ deviceId: device.id, name: name.trim() === '' ? null : name.trim() });
  };
  return (
    <form onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onClose()} className="grid max-w-sm gap-3">
      <Field
        autoFocus
        label={t('devices.name_label')}
        hint={t('devices.name_hint')}
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

/** The device's name with a pencil beside it; the name is changed in its place. The holder's own name never hides what the device is. */
export function DeviceName({ device, heading: Heading = 'h3' }: { device: Device; heading?: 'h1' | 'h3' }): ReactElement {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  if (editing) return <NameForm device={device} onClose={() => setEditing(false)} />;
  const shown = nameOf(device, t);
  return (
    <div>
      <div className="flex items-center gap-1">
        <Heading className={Heading === 'h1' ? 'font-head text-3xl leading-tight font-semibold' : 'text-base font-semibold'}>{shown}</Heading>
        <IconButton icon="pencil" label={t('devices.rename_of', { device: shown })} onClick={() => setEditing(true)} className="-my-2.5" />
      </div>
      {device.name && <p className="text-muted">{describeClient(device.client, t)}</p>}
    </div>
  );
}
