import type { Device } from '@warder/api';
import { describeClient } from '@warder/words';
import { type ReactElement, Suspense, useState } from 'react';
import { IconButton } from '../../design/button.tsx';
import { lazyWithWords, useWords } from '../../words/words.ts';
import { nameOf } from './name-of.ts';

const NameForm = lazyWithWords('actions', () => import('./name-form.tsx'));

/** The device's name with a pencil beside it; the name is changed in its place. The holder's own name never hides what the device is. */
export function DeviceName({ device, heading: Heading }: { device: Device; heading: 'h1' | 'h2' | 'h3' }): ReactElement {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <Suspense>
        <NameForm device={device} onClose={() => setEditing(false)} />
      </Suspense>
    );
  }
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
