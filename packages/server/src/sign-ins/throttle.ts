import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import { addSeconds, secondMs } from '../kernel/clock.ts';

/** So many at once, then one more each `intervalSeconds`. */
export interface Rate {
  burst: number;
  intervalSeconds: number;
}

/**
 * Takes one from a bucket, atomically on every node; answers 0, or for how many seconds the bucket is empty. The generic cell rate algorithm: one row,
 * one statement, and a bucket that nobody uses needs no memory.
 */
export async function takeFrom(db: Db, key: string, rate: Rate, now: Date): Promise<number> {
  const interval = `${rate.intervalSeconds} seconds`;
  const { rows } = await sql<{ arrives_at: Date }>`
    insert into throttles as t (key, arrives_at) values (${key}, ${addSeconds(now, rate.intervalSeconds)})
    on conflict (key) do update set arrives_at = greatest(t.arrives_at, ${now}) + ${interval}::interval
      where greatest(t.arrives_at, ${now}) <= ${addSeconds(now, (rate.burst - 1) * rate.intervalSeconds)}
    returning arrives_at`.execute(db);
  if (rows.length > 0) return 0;
  const row = await db.selectFrom('throttles').select('arrives_at').where('key', '=', key).executeTakeFirst();
  const opensAt = row ? row.arrives_at.getTime() - (rate.burst - 1) * rate.intervalSeconds * secondMs : now.getTime();
  return Math.max(1, Math.ceil((opensAt - now.getTime()) / secondMs));
}

/** Forgets a bucket, as after a success. */
export async function refill(db: Db, key: string): Promise<void> {
  await db.deleteFrom('throttles').where('key', '=', key).execute();
}

/** Puts one back into a bucket, as when the attempt was a success. */
export async function giveBack(db: Db, key: string, rate: Rate): Promise<void> {
  await sql`update throttles set arrives_at = arrives_at - ${`${rate.intervalSeconds} seconds`}::interval where key = ${key}`.execute(db);
}

/** Deletes buckets that are full again. */
export async function deleteFullBuckets(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('throttles').where('arrives_at', '<', now).execute();
}
