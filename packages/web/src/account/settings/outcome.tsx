import type { ReactElement } from 'react';
import { StepUpDeclined } from '../../data/problem.ts';
import { Notice } from '../../design/notice.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';

/** What came of an action, right below it. Turning away from "confirm that it is you" is no failure. */
export function Outcome({ error, done }: { error?: unknown; done?: string | false | null | undefined }): ReactElement {
  const { t, locale } = useWords();
  const failed = error && !(error instanceof StepUpDeclined);
  return (
    <div aria-live="polite" className="empty:hidden">
      {failed ? <Notice tone="danger">{describeError(error, t, locale)}</Notice> : done ? <Notice tone="good">{done}</Notice> : null}
    </div>
  );
}
