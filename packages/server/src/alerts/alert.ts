import type { DeviceId } from '../kernel/ids.ts';
import type { AlertSubject, Circumstances } from '../notifications/index.ts';

/** What an alert tells of, and the device that the holder may throw out because of it. */
export interface Alert {
  told: AlertSubject & Circumstances;
  deviceId: DeviceId | null;
}

/** What can be chosen on the page behind an alert's link (ALR-3). */
export const alertChoices = ['it_was_me', 'end_session', 'log_out_everywhere'] as const;
export type AlertChoice = (typeof alertChoices)[number];

/** How many sessions the choice ended. */
export interface AlertResult {
  endedSessions: number;
}

export type AlertLink =
  | { state: 'open'; alert: Alert; expiresAt: Date }
  | { state: 'used'; alert: Alert; usedAt: Date; choice: AlertChoice; result: AlertResult }
  | { state: 'expired' };
