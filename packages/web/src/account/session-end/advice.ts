import type { SessionEndReason } from '@warder/api';

/** What the page says after the reason: whether somebody else may be behind it, and whether there is something to do. */
export type Advice = 'own' | 'timed' | 'reported' | 'check';

const advice: Record<SessionEndReason, Advice> = {
  signed_out: 'own',
  replaced: 'own',
  inactivity: 'timed',
  lifetime: 'timed',
  reported_by_holder: 'reported',
  forced_offline: 'check',
  logged_out_all: 'check',
  password_changed: 'check',
  password_reset: 'check',
  operator: 'check',
};

/** What to advise after a session ended for that reason; a reason that is not known is treated as one to look into. */
export const adviseAfter = (reason: string | null): Advice =>
  reason === null ? 'own' : Object.hasOwn(advice, reason) ? advice[reason as SessionEndReason] : 'check';
