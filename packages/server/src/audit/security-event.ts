import { createHash } from 'node:crypto';
import type { Client, Origin, ProofMethod, SessionEndReason } from '@warder/api';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { AccountId, DeviceId, EventId, SessionId } from '../kernel/ids.ts';

/** Who caused an event. @see OpenID CAEP 1.0 §2, `initiating_entity` */
export type InitiatingEntity = 'user' | 'admin' | 'policy' | 'system';

/** Who acted, from where: what the alert about an event tells. */
export interface Actor {
  initiatingEntity: InitiatingEntity;
  sessionId?: SessionId | null;
  deviceId?: DeviceId | null;
  client?: Client;
  origin?: Origin;
}

/** What can happen to an account, with what each records. Names follow CAEP and RISC where they have one. */
export type SecurityEvent =
  | { type: 'account-created' }
  | {
      type: 'session-established';
      sessionId: SessionId;
      deviceId: DeviceId;
      newDevice: boolean;
      looksLike: string | null;
      methods: readonly ProofMethod[];
    }
  | { type: 'session-revoked'; sessionIds: readonly SessionId[]; reason: SessionEndReason }
  | { type: 'device-removed'; deviceId: DeviceId }
  | { type: 'device-renamed'; deviceId: DeviceId; from: string | null; to: string | null }
  | { type: 'device-confirmed'; deviceId: DeviceId }
  | { type: 'trust-reset' }
  | { type: 'devices-reviewed' }
  | { type: 'assurance-level-change'; sessionId: SessionId; method: ProofMethod }
  | { type: 'credential-change'; credential: 'password'; change: 'update' | 'reset' }
  | { type: 'credential-change'; credential: 'authenticator_app'; change: 'bind' | 'remove' }
  | { type: 'credential-change'; credential: 'recovery_codes'; change: 'update' }
  | { type: 'credential-compromise'; credential: 'password' }
  | { type: 'recovery-code-used'; left: number }
  | { type: 'anti-phishing-code-change' }
  | { type: 'settings-change'; from: Record<string, unknown>; to: Record<string, unknown> }
  | { type: 'alert-answered'; choice: string };

export type SecurityEventType = SecurityEvent['type'];

/** An event as it stands in the log. */
export interface RecordedEvent {
  id: EventId;
  accountId: AccountId;
  seq: number;
  at: Date;
  event: SecurityEvent;
  actor: Actor;
}

/** The link of the chain that an event forms: it commits to what came before and, by a salted hash alone, to the personal part. */
export interface ChainLink {
  accountId: AccountId;
  seq: number;
  at: Date;
  id: EventId;
  type: SecurityEventType;
  detailsHash: Buffer;
  previousHash: Buffer;
}

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export const hashDetails = (salt: Uint8Array, details: unknown): Buffer => sha256(salt, canonicalJson(details));

export const hashLink = ({ accountId, seq, at, id, type, detailsHash, previousHash }: ChainLink): Buffer =>
  sha256(previousHash, canonicalJson({ accountId, seq, at: at.toISOString(), id, type, detailsHash: detailsHash.toString('hex') }));

/** The sequence number of the first link that does not follow from its predecessor, or null when the chain holds. */
export function findBrokenLink(links: readonly (ChainLink & { hash: Buffer })[]): number | null {
  const broken = links.find((link, index) => {
    const before = links[index - 1];
    const follows = before === undefined || (link.seq === before.seq + 1 && link.previousHash.equals(before.hash));
    return !follows || !hashLink(link).equals(link.hash);
  });
  return broken?.seq ?? null;
}
