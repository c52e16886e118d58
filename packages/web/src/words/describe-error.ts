import type { Locale } from '@warder/api';
import { describeProblem, type Translator } from '@warder/words';
import { ApiProblem, ConnectionLost } from '../data/problem.ts';

/** What went wrong and what to do now, in one sentence. */
export function describeError(error: unknown, t: Translator, locale: Locale): string {
  if (error instanceof ApiProblem) return describeProblem(error.document, t, locale);
  return t(error instanceof ConnectionLost ? 'problems.no-connection' : 'problems.internal-error');
}
