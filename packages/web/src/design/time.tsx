import { describeLastSeen, describeTime, describeTimeWithoutZone } from '@warder/words';
import type { ReactElement } from 'react';
import { useClock, useNow } from '../words/clock.ts';
import { useWords } from '../words/words.ts';

interface TimeProps {
  /** RFC 3339. */
  at: string;
  /** relative: "3 minutes ago". plain: to the second, for lists that name the zone once. full: with the zone named. */
  form?: 'relative' | 'plain' | 'full';
}

/** A time in the holder's zone; the full one is always behind it. */
export function Time({ at, form = 'full' }: TimeProps): ReactElement {
  const { t } = useWords();
  const clock = useClock();
  const now = useNow();
  const full = describeTime(at, clock, t);
  const shown = form === 'full' ? full : form === 'plain' ? describeTimeWithoutZone(at, clock) : describeLastSeen(at, now, clock.locale);
  return (
    <time dateTime={at} title={form === 'full' ? undefined : full}>
      {shown}
    </time>
  );
}
