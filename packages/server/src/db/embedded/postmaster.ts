import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { errorCode, StartError } from '../../kernel/start-error.ts';
import type { Binaries } from './binaries.ts';
import { minimalEnvironment, superuser } from './initialise.ts';
import type { RunAs } from './run-as.ts';

const pollMs = 25;
/** Recovery after a power cut may take minutes; a server that is not even answering has failed long before. */
const startTimeoutMs = 300_000;
const stopTimeoutMs = 30_000;

/** A running database server. */
export interface Postmaster {
  pid: number;
  socketDirectory: string;
}

export interface Cluster {
  directory: string;
  logFile: string;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
};

/** The server that the cluster's lock file names, if it runs. @see PostgreSQL documentation, "postmaster.pid" */
export async function findRunning({ directory }: Cluster): Promise<Postmaster | null> {
  const text = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, dataDirectory, , , socketDirectory] = text.split('\n');
  if (!pid || !socketDirectory || dataDirectory !== directory || !isAlive(Number(pid))) return null;
  // A pid is used again after a restart of the machine: the program behind it must be a PostgreSQL.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  return command.includes('postgres') ? { pid: Number(pid), socketDirectory } : null;
}

const connectionTo = ({ socketDirectory }: Postmaster): pg.ClientConfig => ({ host: socketDirectory, user: superuser, database: 'postgres' });

async function lastFatal(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  const line = lines.findLast((text) => /FATAL|PANIC|could not/.test(text)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?(?:FATAL|PANIC|LOG):\s*/, '') || 'it said nothing';
}

/** Starts the server in a process group of its own, so that Ctrl-C in a terminal stops Warder first and Warder stops it. */
export async function spawnPostmaster(
  binaries: Binaries,
  cluster: Cluster,
  socketDirectory: string,
  runAs: RunAs,
  options: { fsync: boolean },
): Promise<Postmaster & { exited: Promise<void> }> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    max_connections: '80',
    shared_buffers: '64MB',
    fsync: options.fsync ? 'on' : 'off',
    synchronous_commit: options.fsync ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const args = ['-D', cluster.directory, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const { program, args: wrapped, ids } = runAs.command(binaries.postgres, args);
  const log = await open(cluster.logFile, 'w', 0o600);
  const child = spawn(program, wrapped, { ...ids, cwd: '/', env: minimalEnvironment, detached: true, stdio: ['ignore', log.fd, log.fd] });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await log.close();
  child.unref();
  if (child.pid === undefined) throw new StartError(`The embedded PostgreSQL could not be started: ${binaries.postgres} does not run here.`);
  return { pid: child.pid, socketDirectory, exited };
}

/** Waits until the server answers. @throws {StartError} with what the server said when it gave up */
export async function connectWhenReady(postmaster: Postmaster, cluster: Cluster): Promise<pg.Client> {
  const givesUpAt = performance.now() + startTimeoutMs;
  for (;;) {
    const client = new pg.Client({ ...connectionTo(postmaster), application_name: 'warder-lock' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (!isAlive(postmaster.pid)) throw new StartError(`The database in ${cluster.directory} does not start: ${await lastFatal(cluster.logFile)}`, error);
      if (performance.now() > givesUpAt) throw new StartError(`The database in ${cluster.directory} does not answer; see ${cluster.logFile}.`, error);
      await pause(pollMs);
    }
  }
}

/** Stops the server in order: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const givesUpAt = performance.now() + stopTimeoutMs;
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  while (isAlive(pid) && performance.now() < givesUpAt) await pause(pollMs);
}
