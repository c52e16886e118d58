import type { AssuranceLevel, Client, Origin, ProofMethod, SessionEndReason } from '@warder/api';
import type { Standing } from '../accounts/index.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { AccountId, DeviceId, SessionId } from '../kernel/ids.ts';

/** When a factor was last shown in a session. */
export interface Proof {
  method: ProofMethod;
  at: string;
}

export interface Session {
  id: SessionId;
  accountId: AccountId;
  deviceId: DeviceId;
  epoch: number;
  delivery: 'cookie' | 'bearer';
  aal: AssuranceLevel;
  proofs: readonly Proof[];
  client: Client;
  origin: Origin;
  agent: string;
  createdAt: Date;
  lastActiveAt: Date;
  /** Last known to have a page open; says nothing about use. */
  lastOnlineAt: Date;
  inactivitySeconds: number;
  expiresAt: Date;
  endedAt: Date | null;
  endReason: SessionEndReason | null;
}

export type SessionState = { live: true } | { live: false; reason: SessionEndReason };

/**
 * Whether a session may be presented at `now`. The widest cut-off wins: its own end, the account's epoch, its standing, either timeout.
 * @see NIST SP 800-63B-4 §5.2
 */
export function sessionState(session: Session, account: { sessionEpoch: number; standing: Standing }, now: Date): SessionState {
  if (session.endedAt) return { live: false, reason: session.endReason ?? 'operator' };
  if (session.epoch !== account.sessionEpoch) return { live: false, reason: 'logged_out_all' };
  if (account.standing === 'frozen' || account.standing === 'closed') return { live: false, reason: 'operator' };
  if (now >= session.expiresAt) return { live: false, reason: 'lifetime' };
  if (now >= inactivityExpiry(session)) return { live: false, reason: 'inactivity' };
  return { live: true };
}

export const inactivityExpiry = (session: Session): Date => addSeconds(session.lastActiveAt, session.inactivitySeconds);

export const onlineSeconds = 90;

/** True for a live session that was used, or had a page open, within the last minute and a half. */
export const isOnline = (session: Pick<Session, 'lastOnlineAt'>, now: Date): boolean => now < addSeconds(session.lastOnlineAt, onlineSeconds);

const secondFactors: ReadonlySet<ProofMethod> = new Set(['totp', 'recovery_code']);

/** Two distinct kinds of factor make AAL2; an e-mail code is an extra check and never a factor (NIST SP 800-63B-4 §2.2). */
export const assuranceOf = (proofs: readonly Proof[]): AssuranceLevel =>
  proofs.some(({ method }) => method === 'password') && proofs.some(({ method }) => secondFactors.has(method)) ? 'aal2' : 'aal1';

/** The proofs with this one in the place of an older one of its kind. */
export const withProof = (proofs: readonly Proof[], method: ProofMethod, now: Date): Proof[] => [
  ...proofs.filter((proof) => proof.method !== method),
  { method, at: now.toISOString() },
];

/** What "confirm it is you" asks: the strongest that the account has, never less (GHSA-wc43-73w7-x2f5). */
export const stepUpMethods = (account: { hasAuthenticatorApp: boolean }): ProofMethod[] =>
  account.hasAuthenticatorApp ? ['totp', 'recovery_code'] : ['password'];

const recentSeconds = 300;

/** True while one of `methods` was shown within the last five minutes (ACC-8). */
export const isRecent = (session: Session, methods: readonly ProofMethod[], now: Date): boolean =>
  session.proofs.some(({ method, at }) => methods.includes(method) && now < addSeconds(new Date(at), recentSeconds));
