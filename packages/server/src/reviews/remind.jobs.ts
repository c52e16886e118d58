import { sql } from 'kysely';
import { findAccount } from '../accounts/index.ts';
import type { Ground } from '../ground.ts';
import { type JobHandler, jobHandler } from '../jobs/index.ts';
import { addMs, dayMs, hourMs } from '../kernel/clock.ts';
import type { AccountId, DeviceId } from '../kernel/ids.ts';
import { notify } from '../notifications/index.ts';
import { assessDevices, readSituation } from './assess-devices.ts';

declare module '../jobs/jobs.ts' {
  interface JobData {
    'remind-of-review': object;
    'remind-of-unused-devices': object;
  }
}

/** One run looks after this many accounts; the next one, an hour later, goes on. */
const accountsPerRun = 1_000;
const unusedDays = 90;
const hourly = '17 * * * *';
const daily = '37 8 * * *';

/** Marks the accounts whose holders have not looked through their list for as long as they chose, and answers them. Each is claimed by one node. */
async function claimDueAccounts({ db }: Ground, now: Date): Promise<AccountId[]> {
  const { rows } = await sql<{ id: AccountId }>`
    update accounts set reminded_at = ${now} where id in (
      select id from accounts
       where standing = 'active' and review_reminder <> 'off'
         and greatest(reviewed_at, reminded_at, created_at)
             <= case review_reminder when 'weekly' then ${addMs(now, -7 * dayMs)}::timestamptz else ${addMs(now, -72 * hourMs)}::timestamptz end
       order by id limit ${accountsPerRun} for update skip locked)
    returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Reminds holders to look through their list of devices: weekly, every 72 hours, or not at all, as they chose (DEV-9). */
export const remindOfReviewJob = (ground: Ground): JobHandler =>
  jobHandler({
    name: 'remind-of-review',
    cron: hourly,
    async handle() {
      const { db, clock, keyring } = ground;
      const now = clock.now();
      for (const accountId of await claimDueAccounts(ground, now)) {
        const account = await findAccount(db, keyring, accountId);
        if (!account) continue;
        const devices = assessDevices(await readSituation(db, account, null, now));
        const needAttention = devices.filter(({ needsAttention }) => needsAttention).length;
        const mail = { kind: 'review_reminder', devices: devices.length, needAttention } as const;
        await db
          .transaction()
          .execute((tx) => notify(tx, ground, accountId, { mail, recipient: account, dedupeKey: `review:${now.toISOString()}` }, now));
      }
    },
  });

/** Marks devices that nobody used for 90 days and that were not told of yet, and answers them by account. */
async function claimUnusedDevices({ db }: Ground, now: Date): Promise<Map<AccountId, DeviceId[]>> {
  const { rows } = await sql<{ account_id: AccountId; id: DeviceId }>`
    update devices set unused_reminded_at = ${now} where (account_id, id) in (
      select account_id, id from devices
       where removed_at is null and last_active_at < ${addMs(now, -unusedDays * dayMs)}
         and (unused_reminded_at is null or unused_reminded_at < last_active_at)
       order by account_id limit ${accountsPerRun} for update skip locked)
    returning account_id, id`.execute(db);
  const claimed = new Map<AccountId, DeviceId[]>();
  for (const { account_id, id } of rows) claimed.set(account_id, [...(claimed.get(account_id) ?? []), id]);
  return claimed;
}

/** Tells holders of devices that were not used for 90 days and could be removed (DEV-9). */
export const remindOfUnusedDevicesJob = (ground: Ground): JobHandler =>
  jobHandler({
    name: 'remind-of-unused-devices',
    cron: daily,
    async handle() {
      const { db, clock, keyring } = ground;
      const now = clock.now();
      for (const [accountId, deviceIds] of await claimUnusedDevices(ground, now)) {
        const account = await findAccount(db, keyring, accountId);
        if (!account || account.reviewReminder === 'off') continue;
        const { devices } = await readSituation(db, account, null, now);
        const unused = devices
          .filter(({ id }) => deviceIds.includes(id))
          .map(({ name, client, lastActiveAt }) => ({ name, client, lastActiveAt: lastActiveAt.toISOString() }));
        const mail = { kind: 'unused_devices', devices: unused } as const;
        await db
          .transaction()
          .execute((tx) => notify(tx, ground, accountId, { mail, recipient: account, dedupeKey: `unused:${now.toISOString()}` }, now));
      }
    },
  });
