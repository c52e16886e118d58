import { recordEvent } from '../audit/index.ts';
import { publish } from '../db/index.ts';
import { confirmDevice, deviceExisted, findDevice, removeDevice, renameDevice } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import type { DeviceId } from '../kernel/ids.ts';
import { plainText } from '../kernel/plain-text.ts';
import { problem } from '../kernel/problem.ts';
import { endSessionsOfDevice, inSession, outcomeOf, type RevocationOutcome, type SignedInCaller } from '../sessions/index.ts';
import { decideConfirmation } from './decide-confirmation.ts';

const nameLength = 60;

/**
 * Forces a device offline (DEV-5): ends its sessions and forgets it, so that its next sign-in shows every proof, makes a new entry and alerts.
 * Twice is the same as once. Bans nobody.
 *
 * Records: `device-removed`, `session-revoked`. Notifies: `sessions-ended`, `devices-changed`.
 * @throws `not-found` for a device of nobody or of somebody else
 */
export async function forceOffline(ground: Ground, caller: SignedInCaller, deviceId: DeviceId): Promise<RevocationOutcome> {
  const { actor } = caller;
  const ended = await inSession(ground, caller, async (tx, { id: accountId }, now) => {
    if (!(await deviceExisted(tx, accountId, deviceId))) throw problem('not-found');
    if (await removeDevice(tx, accountId, deviceId, now)) {
      await recordEvent(tx, ground, accountId, { type: 'device-removed', deviceId }, actor, now);
      await publish(tx, { topic: 'devices-changed', accountId });
    }
    return endSessionsOfDevice(tx, ground, { accountId, reason: 'forced_offline', actor, now }, deviceId);
  });
  return outcomeOf(ground, caller, ended);
}

/** Gives a device the holder's own name for it, or takes it away. Records: `device-renamed`. @throws `not-found` */
export async function nameDevice(ground: Ground, caller: SignedInCaller, deviceId: DeviceId, name: string | null): Promise<void> {
  const to = name === null ? null : plainText(name, nameLength);
  await inSession(ground, caller, async (tx, { id: accountId }, now) => {
    const device = await findDevice(tx, accountId, deviceId);
    if (!device || !(await renameDevice(tx, accountId, deviceId, to))) throw problem('not-found');
    if (device.name === to) return;
    await recordEvent(tx, ground, accountId, { type: 'device-renamed', deviceId, from: device.name, to }, caller.actor, now);
    await publish(tx, { topic: 'devices-changed', accountId });
  });
}

const refusals = {
  same_device: 'A device cannot vouch for itself. Confirm it from another device, or from the mail about it.',
  younger_device: 'This device is newer than the one to confirm. Confirm it from an older device, or from the mail about it.',
} as const;

/** Takes the holder's "it was me" for another device. Records: `device-confirmed`. @throws `not-found`, `cannot-confirm-this-device` */
export async function confirmOther(ground: Ground, caller: SignedInCaller, deviceId: DeviceId): Promise<void> {
  await inSession(ground, caller, async (tx, { id: accountId }, now) => {
    const asked = await findDevice(tx, accountId, deviceId);
    const asking = await findDevice(tx, accountId, caller.session.deviceId);
    if (!asked || !asking) throw problem('not-found');
    const decision = decideConfirmation(asking, asked);
    if (!decision.allowed) throw problem('cannot-confirm-this-device', { detail: refusals[decision.because] });
    if (asked.confirmedAt) return;
    await confirmDevice(tx, accountId, deviceId, now);
    await recordEvent(tx, ground, accountId, { type: 'device-confirmed', deviceId }, caller.actor, now);
    await publish(tx, { topic: 'devices-changed', accountId });
  });
}
