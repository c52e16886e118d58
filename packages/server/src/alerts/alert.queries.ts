import type { Db, Tx } from '../db/index.ts';
import { addMs, dayMs } from '../kernel/clock.ts';
import type { AccountId, EventId, Random } from '../kernel/ids.ts';
import { newToken, sha256 } from '../kernel/secrets.ts';
import type { Alert, AlertChoice, AlertLink } from './alert.ts';

const linkLifetimeDays = 7;

/** Makes the link of an alert; answers its token, of which only the hash is kept. */
export async function insertAlertLink(tx: Tx, random: Random, accountId: AccountId, { told, deviceId }: Alert, now: Date): Promise<string> {
  const token = newToken(accountId, random);
  const values = { account_id: accountId, token_hash: sha256(token), alert: JSON.stringify(told), device_id: deviceId };
  await tx
    .insertInto('alert_links')
    .values({ ...values, created_at: now, expires_at: addMs(now, linkLifetimeDays * dayMs) })
    .execute();
  return token;
}

interface LinkKey {
  accountId: AccountId;
  hash: Buffer;
}

export async function findAlertLink(db: Db, { accountId, hash }: LinkKey, now: Date): Promise<AlertLink | null> {
  const row = await db.selectFrom('alert_links').selectAll().where('account_id', '=', accountId).where('token_hash', '=', hash).executeTakeFirst();
  if (!row) return null;
  const alert: Alert = { told: row.alert, deviceId: row.device_id };
  if (row.used_at && row.choice)
    return { state: 'used', alert, usedAt: row.used_at, choice: row.choice, result: { endedSessions: row.ended_sessions ?? 0 } };
  return now < row.expires_at ? { state: 'open', alert, expiresAt: row.expires_at } : { state: 'expired' };
}

/** Uses the link up; false when it was used or has expired, as when two requests come at once. */
export async function consumeAlertLink(tx: Tx, { accountId, hash }: LinkKey, choice: AlertChoice, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('alert_links')
    .set({ used_at: now, choice })
    .where('account_id', '=', accountId)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export async function recordAlertResult(tx: Tx, { accountId, hash }: LinkKey, endedSessions: number): Promise<void> {
  await tx
    .updateTable('alert_links')
    .set({ ended_sessions: endedSessions })
    .where('account_id', '=', accountId)
    .where('token_hash', '=', hash)
    .execute();
}

/** Keeps the alert of an event, told now or held; false when the event has one already, as when a worker died after it was done. */
export async function insertAlert(
  tx: Tx,
  accountId: AccountId,
  eventId: EventId,
  { told, deviceId }: Alert,
  at: { now: Date; toldAt: Date | null },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('alerts')
    .values({ account_id: accountId, event_id: eventId, alert: JSON.stringify(told), device_id: deviceId, created_at: at.now, told_at: at.toldAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

const accountsPerRun = 500;
const alertsPerDigest = 100;

export async function listAccountsWithHeldAlerts(db: Db): Promise<AccountId[]> {
  const rows = await db.selectFrom('alerts').select('account_id').where('told_at', 'is', null).distinct().limit(accountsPerRun).execute();
  return rows.map((row) => row.account_id);
}

/** Takes the account's held alerts to be told now, oldest first. */
export async function takeHeldAlerts(tx: Tx, accountId: AccountId, now: Date): Promise<(Alert & { eventId: EventId })[]> {
  const held = await tx
    .selectFrom('alerts')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('told_at', 'is', null)
    .orderBy('created_at')
    .limit(alertsPerDigest)
    .forUpdate()
    .execute();
  if (held.length === 0) return [];
  const ids = held.map((row) => row.event_id);
  await tx.updateTable('alerts').set({ told_at: now }).where('account_id', '=', accountId).where('event_id', 'in', ids).execute();
  return held.map((row) => ({ told: row.alert, deviceId: row.device_id, eventId: row.event_id }));
}

export async function deleteOldAlerts(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('alert_links').where('expires_at', '<', before).execute();
  await db.deleteFrom('alerts').where('created_at', '<', before).where('told_at', 'is not', null).execute();
}
