import { useMutation } from '@tanstack/react-query';
import { describeWait } from '@warder/words';
import { type ReactElement, useState } from 'react';
import { readClock } from '../../data/clock.ts';
import { isProblem } from '../../data/problem.ts';
import { Button } from '../../design/button.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';
import { useCountdown, useWait } from './use-wait.ts';

/** Long enough for the mail to arrive; the server sends three more at most. */
const patienceMs = 30_000;
const patienceFrom = (now: Date): Date => new Date(now.getTime() + patienceMs);

/** Sends the code again, after giving the first one time to arrive. What came of it stands right below. */
export function ResendCode({ resend }: { resend: () => Promise<unknown> }): ReactElement {
  const { t, locale } = useWords();
  const [patientUntil, setPatientUntil] = useState(() => patienceFrom(readClock()));
  const again = useMutation({ mutationFn: resend, onSuccess: () => setPatientUntil(patienceFrom(readClock())) });
  const seconds = Math.max(useCountdown(patientUntil), useWait(again.error));
  const usedUp = isProblem(again.error, 'flow-ended');
  const outcome = usedUp ? t('auth.resend_none') : again.error ? describeError(again.error, t, locale) : again.isSuccess ? t('auth.resent') : '';
  return (
    <div>
      {!usedUp && (
        <Button tone="quiet" disabled={seconds > 0} pending={again.isPending} onClick={() => again.mutate()}>
          {seconds > 0 ? t('auth.resend_in', { wait: describeWait(seconds, locale) }) : t('auth.resend')}
        </Button>
      )}
      <p role="status" className="text-sm text-muted">
        {outcome}
      </p>
    </div>
  );
}
