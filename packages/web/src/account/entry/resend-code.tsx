import { useMutation } from '@tanstack/react-query';
import { describeWait } from '@warder/words';
import { type ReactElement, useState } from 'react';
import { isProblem } from '../../data/problem.ts';
import { Button } from '../../design/button.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';
import { useCountdown, useWait } from './use-wait.ts';

/** Long enough for the mail to arrive; the server sends three more at most. */
const patienceSeconds = 30;

/** Sends the code again, after giving the first one time to arrive. What came of it stands right below. */
export function ResendCode({ resend }: { resend: () => Promise<unknown> }): ReactElement {
  const { t, locale } = useWords();
  const [sentCount, setSentCount] = useState(0);
  const again = useMutation({ mutationFn: resend, onSuccess: () => setSentCount((count) => count + 1) });
  const seconds = Math.max(useCountdown(sentCount, patienceSeconds), useWait(again.error));
  const usedUp = isProblem(again.error, 'flow-ended');
  const outcome = usedUp ? t('auth.resend_none') : again.error ? describeError(again.error, t, locale) : sentCount > 0 ? t('auth.resent') : '';
  return (
    <div>
      {!usedUp && (
        <Button tone="quiet" className="-ml-4" disabled={seconds > 0} pending={again.isPending} onClick={() => again.mutate()}>
          {seconds > 0 ? t('auth.resend_in', { wait: describeWait(seconds, locale) }) : t('auth.resend')}
        </Button>
      )}
      <p role="status" className="text-sm text-muted">
        {outcome}
      </p>
    </div>
  );
}
