import type { DeviceId } from '../kernel/ids.ts';
import { sameClientFamily } from './describe-client.ts';
import type { Device, DeviceEvidence } from './device.ts';

export type DeviceDecision =
  | { kind: 'known'; device: Device; by: 'key' | 'cookie' }
  /** Shown as a new entry. `resembles` is told to the holder and never acted on. */
  | { kind: 'new'; resembles: DeviceId | null };

/**
 * Which of the account's devices a sign-in comes from (DEV-2). The key decides first. The cookie decides only for a device that has no key:
 * where one exists, a cookie without the key is a cookie that somebody copied, or storage that was wiped, and either way a new entry.
 * A fingerprint never decides; it only lets Warder say what the new entry looks like.
 */
export function decideDevice(evidence: DeviceEvidence, known: readonly Device[]): DeviceDecision {
  const byKey = evidence.keyThumbprint !== null ? known.find((device) => device.keyThumbprint === evidence.keyThumbprint) : undefined;
  if (byKey) return { kind: 'known', device: byKey, by: 'key' };
  const byCookie = evidence.cookieHash !== null ? known.find((device) => device.cookieHash === evidence.cookieHash) : undefined;
  if (byCookie && byCookie.keyThumbprint === null) return { kind: 'known', device: byCookie, by: 'cookie' };
  return { kind: 'new', resembles: (byCookie ?? findResembling(evidence, known))?.id ?? null };
}

/** The most recently active device that shares the fingerprint, and is of the same kind. */
function findResembling(evidence: DeviceEvidence, known: readonly Device[]): Device | undefined {
  if (evidence.fingerprint === null) return undefined;
  return known
    .filter((device) => device.fingerprint === evidence.fingerprint && sameClientFamily(device.client, evidence.client))
    .sort((a, b) => b.lastActiveAt.getTime() - a.lastActiveAt.getTime())[0];
}
