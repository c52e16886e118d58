import { type Account, findAccount, lockAccount } from '../accounts/index.ts';
import { findEvent, type RecordedEvent } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { findDevice } from '../devices/index.ts';
import type { Ground } from '../ground.ts';
import { type JobHandler, jobHandler } from '../jobs/index.ts';
import type { AccountId, EventId } from '../kernel/ids.ts';
import { notify } from '../notifications/index.ts';
import { takeFrom } from '../sign-ins/index.ts';
import { insertAlert, insertAlertLink, listAccountsWithHeldAlerts, takeHeldAlerts } from './alert.queries.ts';
import type { Alert } from './alert.ts';
import { decideAlert } from './decide-alert.ts';

declare module '../jobs/jobs.ts' {
  interface JobData {
    'send-held-alerts': object;
  }
}

/** So many alerts a mail each; what comes on top is told together, every five minutes (ALR-4). */
const alertRate = { burst: 8, intervalSeconds: 600 };
const digestCron = '*/5 * * * *';

/** Tells the holder of an event that deserves it: one mail an event, however often a worker dies. */
export const reactToEventJob = (ground: Ground): JobHandler =>
  jobHandler({
    name: 'react-to-event',
    concurrency: 2,
    async handle({ accountId, eventId, at }) {
      const { db, clock, keyring } = ground;
      const recorded = await findEvent(db, accountId, eventId, new Date(at));
      const account = recorded && (await findAccount(db, keyring, accountId));
      const subject = account && decideAlert(recorded, account);
      if (!subject) return;
      await db.transaction().execute(async (tx) => {
        const alert = await describeAlert(tx, recorded, subject);
        const now = clock.now();
        const isHeld = (await takeFrom(tx, `alerts:${accountId}`, alertRate, now)) > 0;
        const isFirst = await insertAlert(tx, accountId, eventId, alert, { now, toldAt: isHeld ? null : now });
        if (isFirst && !isHeld) await sendAlert(tx, ground, account, alert, eventId, now);
      });
    },
  });

async function describeAlert(
  tx: Tx,
  { accountId, at, event, actor }: RecordedEvent,
  subject: NonNullable<ReturnType<typeof decideAlert>>,
): Promise<Alert> {
  const deviceId = event.type === 'session-established' ? event.deviceId : (actor.deviceId ?? null);
  const device = deviceId && (await findDevice(tx, accountId, deviceId));
  const circumstances = { at: at.toISOString(), client: actor.client ?? null, origin: actor.origin ?? null, deviceName: device?.name ?? null };
  return { told: { ...subject, ...circumstances }, deviceId };
}

async function sendAlert(tx: Tx, ground: Ground, account: Account, alert: Alert, eventId: EventId, now: Date): Promise<void> {
  const link = await insertAlertLink(tx, ground.random, account.id, alert, now);
  await notify(tx, ground, account.id, { mail: { ...alert.told, link }, recipient: account, dedupeKey: `alert:${eventId}` }, now);
}

/** Tells all held alerts of each account in one mail. */
export const sendHeldAlertsJob = (ground: Ground): JobHandler =>
  jobHandler({
    name: 'send-held-alerts',
    cron: digestCron,
    async handle() {
      for (const accountId of await listAccountsWithHeldAlerts(ground.db)) await sendDigest(ground, accountId);
    },
  });

async function sendDigest(ground: Ground, accountId: AccountId): Promise<void> {
  const { db, clock, keyring, random } = ground;
  await db.transaction().execute(async (tx) => {
    const now = clock.now();
    const account = await lockAccount(tx, keyring, accountId);
    const held = await takeHeldAlerts(tx, accountId, now);
    const [first, ...more] = held;
    if (!account || !first) return;
    if (more.length === 0) return sendAlert(tx, ground, account, first, first.eventId, now);
    const link = await insertAlertLink(tx, random, accountId, { told: first.told, deviceId: null }, now);
    const mail = { kind: 'alert_digest', alerts: held.map(({ told }) => told), link } as const;
    await notify(tx, ground, accountId, { mail, recipient: account, dedupeKey: `alerts:${first.eventId}` }, now);
  });
}
