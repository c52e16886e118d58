import type { Selectable } from 'kysely';
import type { Db, Tx } from '../db/index.ts';
import { type AccountId, type DeviceId, newId, type Random } from '../kernel/ids.ts';
import type { DeviceTable } from './device.table.ts';
import type { Device, DeviceEvidence } from './device.ts';

/** More entries than anybody keeps; the list says when it is cut. */
const maxListedDevices = 500;

const toDevice = (row: Selectable<DeviceTable>): Device => ({
  id: row.id,
  keyThumbprint: row.key_thumbprint,
  cookieHash: row.cookie_hash?.toString('hex') ?? null,
  fingerprint: row.fingerprint,
  name: row.name,
  client: row.client,
  origin: row.origin,
  timeZone: row.time_zone,
  contradictions: row.contradictions,
  resemblesDeviceId: row.resembles_device_id,
  firstSeenAt: row.first_seen_at,
  signedInAt: row.signed_in_at,
  lastActiveAt: row.last_active_at,
  approvedAt: row.approved_at,
  confirmedAt: row.confirmed_at,
});

const known = (db: Db, accountId: AccountId) =>
  db.selectFrom('devices').selectAll().where('account_id', '=', accountId).where('removed_at', 'is', null);

/** The account's devices, newest sign-in first. */
export async function listDevices(db: Db, accountId: AccountId): Promise<Device[]> {
  const rows = await known(db, accountId).orderBy('signed_in_at', 'desc').orderBy('id').limit(maxListedDevices).execute();
  return rows.map(toDevice);
}

export async function findDevice(db: Db, accountId: AccountId, deviceId: DeviceId): Promise<Device | null> {
  const row = await known(db, accountId).where('id', '=', deviceId).executeTakeFirst();
  return row ? toDevice(row) : null;
}

/** Those of the account's devices that the evidence could mean: found by index, however many devices there are. */
export async function findDevicesByEvidence(db: Db, accountId: AccountId, evidence: DeviceEvidence): Promise<Device[]> {
  const rows = await known(db, accountId)
    .where((eb) =>
      eb.or([
        eb('key_thumbprint', '=', evidence.keyThumbprint ?? ''),
        eb('cookie_hash', '=', Buffer.from(evidence.cookieHash ?? '', 'hex')),
        eb('fingerprint', '=', evidence.fingerprint ?? ''),
      ]),
    )
    .orderBy('signed_in_at', 'desc')
    .limit(maxListedDevices)
    .execute();
  return rows.map(toDevice);
}

const observed = (evidence: DeviceEvidence) => ({
  key_thumbprint: evidence.keyThumbprint,
  cookie_hash: evidence.cookieHash === null ? null : Buffer.from(evidence.cookieHash, 'hex'),
  fingerprint: evidence.fingerprint,
  client: JSON.stringify(evidence.client),
  origin: JSON.stringify(evidence.origin),
  time_zone: evidence.timeZone,
  contradictions: JSON.stringify(evidence.contradictions),
});

/** A device that has just passed every proof, and so is approved. */
export async function insertDevice(
  tx: Tx,
  random: Random,
  accountId: AccountId,
  evidence: DeviceEvidence,
  resembles: DeviceId | null,
  now: Date,
): Promise<DeviceId> {
  const id = newId('dev', random);
  const times = { first_seen_at: now, signed_in_at: now, last_active_at: now, approved_at: now };
  await tx
    .insertInto('devices')
    .values({ account_id: accountId, id, ...observed(evidence), ...times, resembles_device_id: resembles })
    .execute();
  return id;
}

/** Records a sign-in from a known device. A key, once there, stays the device's key. */
export async function updateDeviceAtSignIn(tx: Tx, accountId: AccountId, device: Device, evidence: DeviceEvidence, now: Date): Promise<void> {
  await tx
    .updateTable('devices')
    .set({
      ...observed(evidence),
      key_thumbprint: evidence.keyThumbprint ?? device.keyThumbprint,
      fingerprint: evidence.fingerprint ?? device.fingerprint,
      signed_in_at: now,
      last_active_at: now,
      approved_at: now,
    })
    .where('account_id', '=', accountId)
    .where('id', '=', device.id)
    .where('removed_at', 'is', null)
    .execute();
}

export async function renameDevice(tx: Tx, accountId: AccountId, deviceId: DeviceId, name: string | null): Promise<boolean> {
  const renamed = await tx
    .updateTable('devices')
    .set({ name })
    .where('account_id', '=', accountId)
    .where('id', '=', deviceId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return renamed.numUpdatedRows === 1n;
}

export async function confirmDevice(tx: Tx, accountId: AccountId, deviceId: DeviceId, now: Date): Promise<boolean> {
  const confirmed = await tx
    .updateTable('devices')
    .set({ confirmed_at: now })
    .where('account_id', '=', accountId)
    .where('id', '=', deviceId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return confirmed.numUpdatedRows === 1n;
}

/** Forgets the device; its next sign-in makes a new entry. False when it was gone already. */
export async function removeDevice(tx: Tx, accountId: AccountId, deviceId: DeviceId, now: Date): Promise<boolean> {
  const removed = await tx
    .updateTable('devices')
    .set({ removed_at: now, approved_at: null })
    .where('account_id', '=', accountId)
    .where('id', '=', deviceId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return removed.numUpdatedRows === 1n;
}

/** Whether the account has, or ever had, this device. */
export async function deviceExisted(db: Db, accountId: AccountId, deviceId: DeviceId): Promise<boolean> {
  const row = await db.selectFrom('devices').select('id').where('account_id', '=', accountId).where('id', '=', deviceId).executeTakeFirst();
  return row !== undefined;
}
