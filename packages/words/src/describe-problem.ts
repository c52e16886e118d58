import type { Locale, ProblemDocument, SessionEndReason } from '@warder/api';
import { describeWait } from './describe-time.ts';
import type { Translator } from './translator.ts';

const endReasons: readonly string[] = [
  'signed_out',
  'forced_offline',
  'logged_out_all',
  'password_changed',
  'password_reset',
  'reported_by_holder',
  'inactivity',
  'lifetime',
  'replaced',
  'operator',
] satisfies SessionEndReason[];

const isEndReason = (reason: string | undefined): reason is SessionEndReason => reason !== undefined && endReasons.includes(reason);

/** Why a session ended. A reason that is not known here reads "you have been signed out". */
export const describeSessionEnd = (reason: string | undefined, t: Translator): string =>
  isEndReason(reason) ? t(`problems.ended_${reason}`) : t('problems.session-ended');

type Told = Pick<ProblemDocument, 'code' | 'retryAfterSeconds' | 'reason' | 'requestId'>;

/** A problem as a sentence that says what to do now, with how long to wait where the server said so. */
export function describeProblem({ code, retryAfterSeconds, reason, requestId }: Told, t: Translator, locale: Locale): string {
  switch (code) {
    case 'too-many-attempts':
    case 'overloaded':
    case 'unavailable':
      return retryAfterSeconds === undefined ? t(`problems.${code}`) : t(`problems.${code}-wait`, { wait: describeWait(retryAfterSeconds, locale) });
    case 'session-ended':
      return describeSessionEnd(reason, t);
    case 'internal-error':
      return requestId === undefined ? t('problems.internal-error') : t('problems.internal-error-numbered', { requestId });
    default:
      return t(`problems.${code}`);
  }
}
