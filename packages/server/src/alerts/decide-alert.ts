import type { RecordedEvent } from '../audit/index.ts';
import type { AlertSubject } from '../notifications/index.ts';

const credentialAlerts = {
  'password update': 'password_changed',
  'password reset': 'password_reset',
  'authenticator_app bind': 'authenticator_bound',
  'authenticator_app remove': 'authenticator_removed',
  'recovery_codes update': 'recovery_codes_replaced',
} as const;

/**
 * Which alert an event deserves, or none (ALR-1, ALR-2). The account's first sign-in is its own doing; sessions that end tell no more than why they ended.
 */
export function decideAlert({ event, at }: RecordedEvent, account: { createdAt: Date }): AlertSubject | null {
  switch (event.type) {
    case 'session-established':
      return event.newDevice && at > account.createdAt ? { kind: 'new_device', looksLike: event.looksLike } : null;
    case 'credential-change': {
      const key = `${event.credential} ${event.change}` as keyof typeof credentialAlerts;
      return { kind: credentialAlerts[key] };
    }
    case 'credential-compromise':
      return { kind: 'password_breached' };
    case 'recovery-code-used':
      return { kind: 'recovery_code_used', left: event.left };
    case 'anti-phishing-code-change':
      return { kind: 'anti_phishing_code_changed' };
    case 'session-revoked':
      return event.reason === 'logged_out_all' ? { kind: 'logged_out_everywhere' } : null;
    default:
      return null;
  }
}
