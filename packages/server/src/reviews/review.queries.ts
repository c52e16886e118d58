import type { Db } from '../db/index.ts';
import type { AccountId, DeviceId } from '../kernel/ids.ts';
import type { PastSignIn } from '../signals/index.ts';

/** Enough to know a holder's habits by; more would only cost. */
const maxPastSignIns = 400;

/** The latest successful sign-ins, as history to judge by. Served by an index that holds the successful ones alone, so that a flood of failures costs nothing. */
export async function listPastSignIns(db: Db, accountId: AccountId): Promise<Omit<PastSignIn, 'confirmed'>[]> {
  const rows = await db
    .selectFrom('sign_ins')
    .select(['at', 'device_id', 'client', 'origin'])
    .where('account_id', '=', accountId)
    .where('outcome', '=', 'signed_in')
    .orderBy('at', 'desc')
    .limit(maxPastSignIns)
    .execute();
  return rows.flatMap(({ at, device_id, client, origin }) => (device_id ? [{ at, deviceId: device_id, client, origin }] : []));
}

/** The device that the account began with. Removed ones count: whoever removes the holder's first device must not become the measure. */
export async function findFirstDeviceId(db: Db, accountId: AccountId): Promise<DeviceId | null> {
  const row = await db
    .selectFrom('devices')
    .select('id')
    .where('account_id', '=', accountId)
    .orderBy('first_seen_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
