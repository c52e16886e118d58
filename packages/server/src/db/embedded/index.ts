/**
 * The embedded database: the real PostgreSQL in Warder's data directory, for whoever has none of their own.
 *
 * It listens on a Unix socket that only its own user may open, keeps fsync on, runs as an unprivileged user, and is started and stopped by
 * Warder. One that survived a killed Warder is adopted. One Warder at a time uses a data directory.
 */
import { realpath } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import type pg from 'pg';
import { findBinaries } from './binaries.ts';
import { claimDataDirectory, clusterName, makingName } from './data-directory.ts';
import { type DirectoryLock, lockDirectory } from './directory-lock.ts';
import { initialise } from './initialise.ts';
import { poll } from './poll.ts';
import { type Cluster, connectWhenReady, findRunning, type Postmaster, removeStaleLockFile, spawnPostmaster, stopPostmaster } from './postmaster.ts';
import { decideRunAs } from './run-as.ts';
import { prepareSocketDirectory, socketName } from './socket-directory.ts';
import { inUse, isHeldByAnother, lastWords, startFailure } from './start-failure.ts';

export { claimDataDirectory, clusterName, makingName };

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
/** How long a Warder that is just stopping, or what is left of a killed one, may take to let go. */
const handOverTimeoutMs = 5_000;

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

/** Something answers on the cluster's socket though no process here is its server: one in another container that has the same directory mounted. */
const answers = (socketDirectory: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(join(socketDirectory, socketName));
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

interface Reached {
  adopted: boolean;
  server: Postmaster;
  client: pg.Client;
}

/** The running server, or a new one, with a connection to it. Null while the cluster is held by a server that cannot be reached, or by the rest of one. */
async function reachServer(dataDir: string, cluster: Cluster, fsync: boolean): Promise<Reached | null> {
  const running = await findRunning(cluster);
  const adopted = running && (await connectWhenReady(running, cluster));
  if (adopted) return { adopted: true, server: running, client: adopted };
  const binaries = await findBinaries();
  const runAs = await decideRunAs(dataDir, cluster.directory, binaries);
  await initialise(binaries, dataDir, cluster.directory, runAs, { fsync });
  const socketDirectory = await prepareSocketDirectory(dataDir, runAs);
  if (await answers(socketDirectory)) return null;
  await removeStaleLockFile(cluster);
  const spawned = await spawnPostmaster(binaries, cluster, socketDirectory, runAs, { fsync });
  const client = await connectWhenReady(spawned, cluster);
  if (!client) {
    const words = await lastWords(cluster);
    if (isHeldByAnother(words)) return null;
    throw startFailure(dataDir, cluster, words);
  }
  // Of two that start at once, one has spawned in vain and reached the other's.
  const server = (await findRunning(cluster)) ?? spawned;
  return { adopted: server.pid !== spawned.pid, server, client };
}

/** The server and the lock on the directory, or null while another Warder has it. */
async function takeServer(dataDir: string, cluster: Cluster, fsync: boolean): Promise<(Reached & { lock: DirectoryLock }) | null> {
  const reached = await reachServer(dataDir, cluster, fsync);
  if (!reached) return null;
  // The question fails when the other Warder stops the server at this moment: it will be started again.
  const lock = await lockDirectory(reached.client, reached.server, cluster).catch(() => null);
  if (lock) return { ...reached, lock };
  await reached.client.end();
  return null;
}

/**
 * Starts the database in `dataDir`, or adopts the one that runs there, ready for connections. A Warder that is just stopping is waited for.
 * @throws {StartError} one sentence that says what is wrong and what to do; nothing is lost
 */
export async function startEmbeddedPostgres({ dataDir: given, fsync = true }: { dataDir: string; fsync?: boolean }): Promise<EmbeddedPostgres> {
  const dataDir = await claimDataDirectory(given);
  const cluster = clusterOf(dataDir);
  const taken = await poll(handOverTimeoutMs, () => takeServer(dataDir, cluster, fsync));
  if (!taken) throw inUse(dataDir);
  const { adopted, server, client, lock } = taken;
  const stop = () => lock.release(() => stopPostmaster(server, cluster));
  try {
    await prepareRoles(client);
  } catch (error) {
    await stop();
    throw error;
  }
  return { connection: connectionOf(server.socketDirectory), adopted, ended: lock.lost, stop };
}
