import type pg from 'pg';
import { deleteOldAlerts } from './alerts/index.ts';
import { deleteExpiredEmailCodes } from './credentials/index.ts';
import { maintainPartitions } from './db/index.ts';
import { deleteExpiredProofs } from './devices/index.ts';
import type { Ground } from './ground.ts';
import { type JobHandler, jobHandler } from './jobs/index.ts';
import { addMs, dayMs } from './kernel/clock.ts';
import { purgeNotifications } from './notifications/index.ts';
import { deleteExpiredResets } from './recovery/index.ts';
import { purgeSessions } from './sessions/index.ts';
import { deleteExpiredFlows, deleteFullBuckets } from './sign-ins/index.ts';
import { deleteExpiredSignUps } from './sign-ups/index.ts';

declare module './jobs/jobs.ts' {
  interface JobData {
    'retain-records': object;
  }
}

/** Security events outlast sign-in records: an incident is looked into long after it began. */
const eventRetentionDays = 400;
/** What has expired is kept a day, so that its page can still say that it has. */
const expiredKeptDays = 1;
const everyQuarter = '7,22,37,52 * * * *';

export const retentionOf = (retentionDays: number) => ({
  sign_ins: retentionDays,
  security_events: eventRetentionDays,
  security_event_details: eventRetentionDays,
});

async function inBatches(purge: () => Promise<number>): Promise<void> {
  while ((await purge()) > 0);
}

/** Drops what retention lets go: whole partitions of records, and in batches what has expired (DEV-7). Connects as the owner of the tables. */
export const retainRecordsJob = (ground: Ground, connection: pg.ClientConfig): JobHandler =>
  jobHandler({
    name: 'retain-records',
    cron: everyQuarter,
    async handle() {
      const { db, clock, policy } = ground;
      const now = clock.now();
      const expired = addMs(now, -expiredKeptDays * dayMs);
      await maintainPartitions(connection, now, retentionOf(policy.retentionDays));
      await inBatches(() => purgeSessions(db, addMs(now, -policy.retentionDays * dayMs)));
      await inBatches(() => purgeNotifications(db, addMs(now, -policy.retentionDays * dayMs)));
      await deleteExpiredFlows(db, expired);
      await deleteExpiredSignUps(db, expired);
      await deleteExpiredResets(db, expired);
      await deleteExpiredProofs(db, now);
      await deleteFullBuckets(db, now);
      await deleteOldAlerts(db, addMs(now, -policy.retentionDays * dayMs));
      await db.transaction().execute((tx) => deleteExpiredEmailCodes(tx, expired));
    },
  });
