import { Link } from '@tanstack/react-router';
import type { Device } from '@warder/api';
import { describeDate, describePlace } from '@warder/words';
import type { ReactElement } from 'react';
import { textLinkClass } from '../../design/text-link.ts';
import { Time } from '../../design/time.tsx';
import { useClock } from '../../words/clock.ts';
import { useWords } from '../../words/words.ts';
import { DeviceLabels } from './device-row.tsx';
import { JudgementList } from './judgement-list.tsx';
import { nameOf } from './name-of.ts';

/** The latest sign-in of each device on a line of days, newest first. */
export function DeviceTimeline({ devices }: { devices: readonly Device[] }): ReactElement {
  const { t, locale } = useWords();
  const clock = useClock();
  const days = Map.groupBy(
    devices.toSorted((a, b) => b.signedInAt.localeCompare(a.signedInAt)),
    ({ signedInAt }) => describeDate(signedInAt, clock),
  );
  return (
    <ol aria-label={t('devices.timeline_label')} className="border-t border-line pt-6">
      {[...days].map(([day, ofDay]) => (
        <li key={day} className="mb-6">
          <h2 className="font-head text-lg font-semibold">{day}</h2>
          <ol className="mt-3 ml-1.5 grid gap-5 border-l-2 border-line pl-5">
            {ofDay.map((device) => (
              <li key={device.id} data-attention={device.needsAttention} className="group relative">
                <span
                  aria-hidden="true"
                  className="absolute top-1.5 -left-[1.63rem] size-3 rounded-full border-2 border-paper bg-muted group-data-[attention=true]:bg-warn"
                />
                <p className="text-sm text-muted">
                  <Time at={device.signedInAt} form="plain" /> · {describePlace(device.origin, locale, t)}
                </p>
                <div className="flex flex-wrap items-center gap-x-3">
                  <Link to="/devices/$deviceId" params={{ deviceId: device.id }} className={textLinkClass}>
                    {nameOf(device, t)}
                  </Link>
                  <DeviceLabels device={device} />
                </div>
                <JudgementList judgements={device.judgements} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
