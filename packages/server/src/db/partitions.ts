import pg from 'pg';
import { dayMs } from '../kernel/clock.ts';

/** What grows with time, and how long a partition spans. */
const partitioned = [
  { table: 'sign_ins', days: 7 },
  { table: 'security_events', days: 28 },
  { table: 'security_event_details', days: 28 },
] as const;

type PartitionedTable = (typeof partitioned)[number]['table'];

/** A sign-up of today must never wait for tomorrow's job: this many partitions stand ready. */
const partitionsAhead = 2;
/** A node whose clock is a little slow must find its partition too. */
const partitionsBehind = 1;

export interface Partition {
  table: PartitionedTable;
  name: string;
  from: Date;
  to: Date;
}

const stamp = (at: Date) => at.toISOString().slice(0, 10).replaceAll('-', '');

/** The partitions that must exist at `now`, on a grid counted from the epoch so that every node agrees. */
export function partitionsNeeded(now: Date): Partition[] {
  return partitioned.flatMap(({ table, days }) => {
    const span = days * dayMs;
    const first = Math.floor(now.getTime() / span) - partitionsBehind;
    return Array.from({ length: partitionsBehind + 1 + partitionsAhead }, (_, index): Partition => {
      const from = new Date((first + index) * span);
      return { table, name: `${table}_${stamp(from)}`, from, to: new Date(from.getTime() + span) };
    });
  });
}

/** The partitions of `existing` that hold nothing younger than the retention allows. */
export const partitionsToDrop = (existing: readonly Partition[], now: Date, retention: Record<PartitionedTable, number>): Partition[] =>
  existing.filter((partition) => partition.to.getTime() <= now.getTime() - retention[partition.table] * dayMs);

async function listPartitions(client: pg.Client): Promise<Partition[]> {
  const { rows } = await client.query<{ parent: PartitionedTable; name: string }>(
    `select parent.relname as parent, child.relname as name from pg_inherits
       join pg_class parent on parent.oid = inhparent join pg_class child on child.oid = inhrelid
     where parent.relnamespace = current_schema()::regnamespace and parent.relname = any($1)`,
    [partitioned.map(({ table }) => table)],
  );
  return rows.map(({ parent, name }) => {
    const days = partitioned.find(({ table }) => table === parent)?.days ?? 1;
    const date = name.slice(parent.length + 1);
    const from = new Date(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`);
    return { table: parent, name, from, to: new Date(from.getTime() + days * dayMs) };
  });
}

/**
 * Makes the partitions that `now` needs and drops those that retention lets go. Runs as the owner of the tables, at start and daily.
 * Waits no longer than a moment for a lock, so that a drop never stalls sign-ins; what could not be dropped is dropped the next time.
 */
export async function maintainPartitions(
  connection: pg.ClientConfig,
  now: Date,
  retention: Record<PartitionedTable, number>,
): Promise<{ made: string[]; dropped: string[] }> {
  const client = new pg.Client({ ...connection, application_name: 'warder-partitions', lock_timeout: 2_000 });
  await client.connect();
  try {
    const existing = await listPartitions(client);
    const names = new Set(existing.map(({ name }) => name));
    const missing = partitionsNeeded(now).filter(({ name }) => !names.has(name));
    for (const { table, name, from, to } of missing) {
      await client.query(
        `create table if not exists ${name} partition of ${table} for values from ('${from.toISOString()}') to ('${to.toISOString()}')`,
      );
    }
    const spent = partitionsToDrop(existing, now, retention);
    for (const { name } of spent) await client.query(`drop table if exists ${name}`);
    return { made: missing.map(({ name }) => name), dropped: spent.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}
