import type { Client, Origin } from '@warder/api';

/** Who did it, from where and when, as far as Warder knows. */
export interface Circumstances {
  /** RFC 3339, UTC. */
  at: string;
  client: Client | null;
  origin: Origin | null;
  /** The holder's own name for the device. */
  deviceName: string | null;
}

/** What an alert tells of. */
export type AlertSubject =
  | { kind: 'new_device'; looksLike: string | null }
  | { kind: 'password_changed' }
  | { kind: 'password_reset' }
  | { kind: 'password_breached' }
  | { kind: 'authenticator_bound' }
  | { kind: 'authenticator_removed' }
  | { kind: 'recovery_codes_replaced' }
  | { kind: 'recovery_code_used'; left: number }
  | { kind: 'anti_phishing_code_changed' }
  | { kind: 'logged_out_everywhere' };

export type AlertKind = AlertSubject['kind'];

/** Tells of something that happened to the account; `link` is the token of its "This wasn't me" page (ALR-3). */
export type AlertMail = AlertSubject & Circumstances & { link: string };

/** Many alerts in one mail, when an attacker floods (ALR-4). */
export interface AlertDigest {
  kind: 'alert_digest';
  alerts: readonly (AlertSubject & Circumstances)[];
  link: string;
}

/** Every mail that Warder sends, with what it says. How it says it is in render-mail. */
export type Mail =
  | { kind: 'sign_up_code'; code: string; minutes: number }
  | { kind: 'sign_up_existing_account' }
  | ({ kind: 'sign_in_code'; code: string; minutes: number } & Pick<Circumstances, 'at' | 'client' | 'origin'>)
  | ({ kind: 'password_reset_code'; code: string; minutes: number } & Pick<Circumstances, 'at' | 'client' | 'origin'>)
  | { kind: 'review_reminder'; devices: number; needAttention: number }
  | { kind: 'unused_devices'; devices: readonly { name: string | null; client: Client; lastActiveAt: string }[] }
  | AlertMail
  | AlertDigest;
