import type { Device } from '@warder/api';
import type { ReactElement } from 'react';
import { SectionHeading } from '../../design/page-heading.tsx';
import { Rows } from '../../design/row.tsx';
import { useWords } from '../../words/words.ts';
import { DeviceRow } from '../devices/device-row.tsx';

/** Only what does not look like the holder is asked about, with why, and with both answers beside it. */
export default function Attention({ devices }: { devices: readonly Device[] }): ReactElement {
  const { t } = useWords();
  return (
    <section aria-labelledby="attention" className="mb-12">
      <SectionHeading id="attention">{t('overview.wasItYou')}</SectionHeading>
      <Rows className="mt-3">
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} heading="h3" />
        ))}
      </Rows>
    </section>
  );
}
