import type { Device as DeviceAnswer } from '@warder/api';
import type { Account } from '../accounts/index.ts';
import type { Db } from '../db/index.ts';
import { type Device, isApproved, listDevices } from '../devices/index.ts';
import type { DeviceId } from '../kernel/ids.ts';
import { isOnline, listLiveSessions, type Session } from '../sessions/index.ts';
import { type History, judgeDevice, needsAttention, type PastSignIn } from '../signals/index.ts';
import { findFirstDeviceId, listPastSignIns } from './review.queries.ts';

/** Everything about an account's devices at one moment, from which all answers are made. */
export interface DeviceSituation {
  account: Account;
  devices: readonly Device[];
  liveSessions: readonly Session[];
  history: History;
  now: Date;
  currentDeviceId: DeviceId | null;
}

/** Reads the situation of an account. One account's rows alone, each list with its limit. */
export async function readSituation(db: Db, account: Account, currentDeviceId: DeviceId | null, now: Date): Promise<DeviceSituation> {
  const devices = await listDevices(db, account.id);
  const liveSessions = await listLiveSessions(db, account, now);
  const past = await listPastSignIns(db, account.id);
  return {
    account,
    devices,
    liveSessions,
    history: { signIns: historyOf(devices, past), firstDeviceId: await findFirstDeviceId(db, account.id) },
    now,
    currentDeviceId,
  };
}

/** The records, and each known device's latest sign-in, which outlives the records. */
function historyOf(devices: readonly Device[], past: readonly Omit<PastSignIn, 'confirmed'>[]): PastSignIn[] {
  const confirmed = new Set<string>(devices.filter(({ confirmedAt }) => confirmedAt !== null).map(({ id }) => id));
  const latest = devices.map(({ id, signedInAt, client, origin }) => ({ at: signedInAt, deviceId: id, client, origin }));
  return [...past, ...latest].map((signIn) => ({ ...signIn, confirmed: confirmed.has(signIn.deviceId) }));
}

/** One device as its holder is shown it, judged against the account's own history (DEV-3). */
export function assessDevice(device: Device, situation: DeviceSituation): DeviceAnswer {
  const { account, devices, liveSessions, history, now } = situation;
  const sessions = liveSessions.filter(({ deviceId }) => deviceId === device.id);
  const current = device.id === situation.currentDeviceId;
  const online = current || sessions.some((session) => isOnline(session, now));
  const twin = devices.find(({ id }) => id === device.resemblesDeviceId);
  const judged = { ...device, online, current, resembles: twin ? { name: twin.name ?? twin.client.name ?? '' } : null };
  const judgements = judgeDevice(judged, history, now, account.timeZone);
  return {
    id: device.id,
    name: device.name,
    client: device.client,
    origin: device.origin,
    current,
    isNew: judgements.some(({ code }) => code === 'new_device'),
    online,
    lastActiveAt: (current ? now : device.lastActiveAt).toISOString(),
    signedInAt: device.signedInAt.toISOString(),
    firstSeenAt: device.firstSeenAt.toISOString(),
    timeZone: device.timeZone,
    identifiedBy: device.keyThumbprint ? 'key' : device.cookieHash ? 'cookie' : 'none',
    approved: isApproved(device, account.trustResetAt),
    confirmedAt: device.confirmedAt?.toISOString() ?? null,
    needsAttention: needsAttention(judgements, judged),
    judgements,
    liveSessions: sessions.length,
  };
}

/** All devices: this one first, then the newest sign-in first. */
export const assessDevices = (situation: DeviceSituation): DeviceAnswer[] =>
  situation.devices
    .map((device) => assessDevice(device, situation))
    .sort((a, b) => Number(b.current) - Number(a.current) || b.signedInAt.localeCompare(a.signedInAt) || a.id.localeCompare(b.id));
