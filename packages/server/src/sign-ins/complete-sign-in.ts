import type { Account } from '../accounts/index.ts';
import { recordEvent } from '../audit/index.ts';
import { publish, type Tx } from '../db/index.ts';
import { type DeviceEvidence, decideDevice, findDevice, findDevicesByEvidence, insertDevice, updateDeviceAtSignIn } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import type { DeviceId, SessionId } from '../kernel/ids.ts';
import { newSecret, sha256 } from '../kernel/secrets.ts';
import { endSessions, insertSession, listUnendedSessions, type Proof, proofMethodsOf } from '../sessions/index.ts';
import { insertSignIn } from './sign-in.queries.ts';

export interface SignedIn {
  sessionId: SessionId;
  deviceId: DeviceId;
  newDevice: boolean;
  token: string;
  /** A fresh device cookie for the browser; null when the one that it has goes on. */
  deviceCookie: string | null;
  delivery: 'cookie' | 'bearer';
}

interface Completion {
  account: Account;
  evidence: DeviceEvidence;
  delivery: 'cookie' | 'bearer';
  proofs: readonly Proof[];
}

/**
 * Makes the session of a sign-in whose every proof was shown, and its device: the known one, or a new entry (DEV-2).
 * The browser's earlier session on this device ends: its cookie is being replaced.
 *
 * Requires: the account's row is locked by this transaction, and its standing and epoch were judged under that lock.
 * Records: `session-established`, a sign-in record. Notifies: `devices-changed`.
 */
export async function completeSignIn(tx: Tx, ground: Ground, completion: Completion, now: Date): Promise<SignedIn> {
  const { account, delivery, proofs } = completion;
  const { random, policy } = ground;
  const bound = await bindDevice(tx, ground, completion, now);
  const actor = {
    initiatingEntity: 'user',
    deviceId: bound.deviceId,
    client: completion.evidence.client,
    origin: completion.evidence.origin,
  } as const;

  if (delivery === 'cookie') {
    const before = (await listUnendedSessions(tx, account.id)).filter(
      (session) => session.deviceId === bound.deviceId && session.delivery === 'cookie',
    );
    await endSessions(
      tx,
      ground,
      { accountId: account.id, reason: 'replaced', actor, now },
      before.map(({ id }) => id),
    );
  }
  const session = await insertSession(
    tx,
    random,
    {
      accountId: account.id,
      deviceId: bound.deviceId,
      epoch: account.sessionEpoch,
      delivery,
      proofs,
      evidence: completion.evidence,
      inactivitySeconds: policy.inactivitySeconds,
      lifetimeSeconds: policy.lifetimeSeconds,
    },
    now,
  );
  const methods = proofMethodsOf(proofs);
  await insertSignIn(tx, random, account.id, { outcome: 'signed_in', deviceId: bound.deviceId, methods, aal: session.aal }, completion.evidence, now);
  await recordEvent(
    tx,
    ground,
    account.id,
    { type: 'session-established', sessionId: session.id, deviceId: bound.deviceId, newDevice: bound.newDevice, looksLike: bound.looksLike, methods },
    { ...actor, sessionId: session.id },
    now,
  );
  await publish(tx, { topic: 'devices-changed', accountId: account.id });
  return {
    sessionId: session.id,
    deviceId: bound.deviceId,
    newDevice: bound.newDevice,
    token: session.token,
    deviceCookie: bound.deviceCookie,
    delivery,
  };
}

interface BoundDevice {
  deviceId: DeviceId;
  newDevice: boolean;
  looksLike: string | null;
  deviceCookie: string | null;
}

async function bindDevice(tx: Tx, { random }: Ground, { account, evidence }: Completion, now: Date): Promise<BoundDevice> {
  const candidates = await findDevicesByEvidence(tx, account.id, evidence);
  const decision = decideDevice(evidence, candidates);
  const known = decision.kind === 'known' ? decision.device : null;
  // A cookie that another device of this account has is a copied one: it stays with its device, and this browser gets its own.
  const taken = candidates.some((device) => device.cookieHash === evidence.cookieHash && device.id !== known?.id);
  const deviceCookie = evidence.cookieHash === null || taken ? newSecret(random) : null;
  const bound = deviceCookie === null ? evidence : { ...evidence, cookieHash: sha256(deviceCookie).toString('hex') };

  if (known) {
    await updateDeviceAtSignIn(tx, account.id, known, bound, now);
    return { deviceId: known.id, newDevice: false, looksLike: null, deviceCookie };
  }
  const resembles = decision.kind === 'new' ? decision.resembles : null;
  const deviceId = await insertDevice(tx, random, account.id, bound, resembles, now);
  const lookalike = resembles && (await findDevice(tx, account.id, resembles));
  return { deviceId, newDevice: true, looksLike: lookalike?.name ?? null, deviceCookie };
}
