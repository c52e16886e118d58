/**
 * The embedded database: the real PostgreSQL in Warder's data directory, for whoever has none of their own.
 *
 * It listens on a Unix socket that only its own user may open, keeps fsync on, runs as an unprivileged user, and is started and stopped by
 * Warder. One that survived a killed Warder is adopted. One Warder at a time uses a data directory.
 */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { StartError } from '../../kernel/start-error.ts';
import { findBinaries } from './binaries.ts';
import { claimDataDirectory, clusterName } from './data-directory.ts';
import { initialise } from './initialise.ts';
import { type Cluster, connectWhenReady, findRunning, type Postmaster, spawnPostmaster, stopPostmaster } from './postmaster.ts';
import { decideRunAs } from './run-as.ts';
import { prepareSocketDirectory } from './socket-directory.ts';

export interface EmbeddedPostgres {
  /** Connects as the owner of Warder's tables, who is no superuser. */
  connection: pg.ClientConfig;
  /** The server was running already, left behind by a Warder that was killed. */
  adopted: boolean;
  /** Fulfilled when the server ends by itself, which it never should. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const owner = 'warder';
const database = 'warder';
/** Any number; the same in every Warder. */
const lockKey = 4_600_001;

/** Takes the data directory for this Warder, for as long as the connection lives. */
async function lock(client: pg.Client, dataDir: string): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [lockKey]);
  if (!rows[0]?.locked) throw new StartError(`Another Warder is using the data directory ${dataDir}; stop it first, or set WARDER_DATA_DIR to another directory.`);
}

async function prepareRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rows.length > 0) return;
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${owner}') then create role ${owner} login; end if;
    if not exists (select from pg_roles where rolname = 'warder_app') then create role warder_app nologin; end if;
    grant warder_app to ${owner};
  end $$`);
  await client.query(`create database ${database} owner ${owner}`);
}

const clusterOf = (dataDir: string): Cluster => ({ directory: join(dataDir, clusterName), logFile: join(dataDir, 'postgres.log') });
const connectionOf = (socketDirectory: string): pg.ClientConfig => ({ host: socketDirectory, user: owner, database });

/** The database of a Warder that runs in `dataDir` at this moment, for commands beside it; null when none does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<pg.ClientConfig | null> {
  const running = await findRunning(clusterOf(await realpath(dataDir).catch(() => dataDir)));
  return running && connectionOf(running.socketDirectory);
}

/**
 * Starts the database in `dataDir`, or adopts the one that runs there, ready for connections.
 * @throws {StartError} one sentence that says what is wrong and what to do; nothing is lost
 */
export async function startEmbeddedPostgres({ dataDir: given, fsync = true }: { dataDir: string; fsync?: boolean }): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const dataDir = await claimDataDirectory(given);
  const cluster = clusterOf(dataDir);
  const runAs = await decideRunAs(dataDir, cluster.directory, binaries.postgres);
  const running = await findRunning(cluster);
  if (!running) await initialise(binaries, dataDir, cluster.directory, runAs, { fsync });
  const started: Postmaster & { exited?: Promise<void> } = running ?? (await spawnPostmaster(binaries, cluster, await prepareSocketDirectory(dataDir, runAs), runAs, { fsync }));
  const client = await connectWhenReady(started, cluster);
  client.on('error', () => {});
  try {
    await lock(client, dataDir);
    await prepareRoles(client);
  } catch (error) {
    await client.end();
    if (!running) await stopPostmaster(started);
    throw error;
  }
  const connectionEnded = new Promise<void>((resolve) => client.once('end', () => resolve()));
  return {
    connection: connectionOf(started.socketDirectory),
    adopted: running !== null,
    ended: started.exited ?? connectionEnded,
    async stop() {
      await client.end();
      await stopPostmaster(started);
    },
  };
}
