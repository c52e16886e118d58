import type pg from 'pg';
import { jobNames } from '../compose.ts';
import type { Config } from '../config/index.ts';
import { loadSecretKeys } from '../config/index.ts';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../db/embedded/index.ts';
import { type Db, findAppRole, maintainPartitions, migrate, openDatabase } from '../db/index.ts';
import { prepareJobs } from '../jobs/index.ts';
import { systemClock } from '../kernel/clock.ts';
import { StartError } from '../kernel/start-error.ts';
import { retentionOf } from '../maintenance.ts';

const connectTimeoutMs = 10_000;

/** How to reach the database, and how to let go of it. */
export interface Reached {
  connection: pg.ClientConfig;
  adopted: boolean;
  ended: Promise<void>;
  release(): Promise<void>;
}

const never = new Promise<void>(() => {});

/** The operator's PostgreSQL, or the embedded one, started here or running beside. @throws {StartError} */
export async function reachDatabase(config: Config, options: { beside: boolean }): Promise<Reached> {
  if (config.databaseUrl) {
    const connection = { connectionString: config.databaseUrl, connectionTimeoutMillis: connectTimeoutMs };
    return { connection, adopted: false, ended: never, release: async () => {} };
  }
  const running = options.beside ? await findEmbeddedPostgres(config.dataDir) : null;
  if (running) return { connection: running, adopted: false, ended: never, release: async () => {} };
  // Before the first start of the database: a key that comes later might not be the one.
  await loadSecretKeys(config);
  const { connection, adopted, ended, stop } = await startEmbeddedPostgres({ dataDir: config.dataDir });
  return { connection, adopted, ended, release: stop };
}

/** Brings schema, queues and partitions to this version's. Answers the migrations applied now. @throws {StartError} when the database cannot be reached */
export async function prepareDatabase(connection: pg.ClientConfig, config: Config): Promise<string[]> {
  try {
    const applied = await migrate(connection);
    await prepareJobs(connection, jobNames);
    await maintainPartitions(connection, systemClock.now(), retentionOf(config.policy.retentionDays));
    return applied;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new StartError(
      `The database cannot be used: ${message || code}. Check DATABASE_URL, that PostgreSQL 15 or newer runs there, and that this user owns the database.`,
      error,
    );
  }
}

/** Runs one command on the prepared database, beside a Warder that runs or without one. */
export async function withDatabase(config: Config, run: (db: Db) => Promise<void>): Promise<void> {
  const { connection, release } = await reachDatabase(config, { beside: true });
  try {
    await prepareDatabase(connection, config);
    const { db } = openDatabase(connection, { role: await findAppRole(connection), onError: () => {} });
    try {
      await run(db);
    } finally {
      await db.destroy();
    }
  } finally {
    await release();
  }
}
