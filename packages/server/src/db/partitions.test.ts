import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { addMs, dayMs } from '../kernel/clock.ts';
import { cloneDatabase } from '../testing/database.ts';
import { maintainPartitions, partitionsNeeded, partitionsToDrop } from './partitions.ts';

const now = new Date('2026-11-20T12:00:00Z');
const retention = { sign_ins: 30, security_events: 400, security_event_details: 400 };
const { connection, drop } = await cloneDatabase();
afterAll(drop);

const namesIn = async (): Promise<string[]> => {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relname ~ '^(sign_ins|security_events|security_event_details)_[0-9]{8}$' order by relname",
  );
  await client.end();
  return rows.map(({ name }) => name);
};

test('the partitions of any two moments meet without a gap and without overlap', () => {
  for (let day = 0; day < 400; day += 1) {
    const needed = partitionsNeeded(addMs(now, day * dayMs));
    for (const table of ['sign_ins', 'security_events', 'security_event_details']) {
      const ofTable = needed.filter((partition) => partition.table === table);
      ofTable.slice(1).forEach((partition, index) => expect(partition.from).toEqual(ofTable[index]?.to));
      expect(ofTable.some(({ from, to }) => from <= addMs(now, day * dayMs) && addMs(now, day * dayMs) < to)).toBe(true);
    }
  }
});

test('a partition is dropped only when nothing in it is younger than the retention', () => {
  const existing = partitionsNeeded(addMs(now, -60 * dayMs));
  for (const partition of partitionsToDrop(existing, now, retention))
    expect(partition.to.getTime()).toBeLessThanOrEqual(addMs(now, -30 * dayMs).getTime());
});

test('maintenance makes what is missing, drops what is spent, and does nothing when nothing is to be done', async () => {
  await maintainPartitions(connection, addMs(now, -60 * dayMs), retention);
  const { made, dropped } = await maintainPartitions(connection, now, retention);
  expect(made.length).toBeGreaterThan(0);
  expect(dropped.length).toBeGreaterThan(0);
  expect(dropped.every((name) => name.startsWith('sign_ins_'))).toBe(true);
  const names = await namesIn();
  expect(names).toEqual(expect.arrayContaining(made));
  expect(names).not.toEqual(expect.arrayContaining(dropped));
  expect(await maintainPartitions(connection, now, retention)).toEqual({ made: [], dropped: [] });
});
