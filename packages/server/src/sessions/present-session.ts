import type { Session as SessionAnswer } from '@warder/api';
import type { SessionId } from '../kernel/ids.ts';
import { inactivityExpiry, type Session } from './session.ts';

/** The session as its holder is shown it: no token, no hash, no internals. */
export const presentSession = (session: Session, currentId: SessionId): SessionAnswer => ({
  id: session.id,
  deviceId: session.deviceId,
  current: session.id === currentId,
  aal: session.aal,
  proofs: [...session.proofs],
  origin: session.origin,
  client: session.client,
  agent: session.agent,
  createdAt: session.createdAt.toISOString(),
  lastActiveAt: session.lastActiveAt.toISOString(),
  inactivityExpiresAt: inactivityExpiry(session).toISOString(),
  absoluteExpiresAt: session.expiresAt.toISOString(),
});
