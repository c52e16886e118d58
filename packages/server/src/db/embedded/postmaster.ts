import { spawn } from 'node:child_process';
import { constants, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../../kernel/start-error.ts';
import type { Binaries } from './binaries.ts';
import { superuser } from './initialise.ts';
import { isAlive } from './is-alive.ts';
import { minimalEnvironment } from './minimal-environment.ts';
import { poll } from './poll.ts';
import type { RunAs } from './run-as.ts';

/** Recovery after a power cut may take minutes; a server that is not even answering has failed long before. */
const startTimeoutMs = 300_000;
const stopTimeoutMs = 30_000;
const abortTimeoutMs = 5_000;
const commandAttempts = 4;
const execMs = 25;

/** A running database server. */
export interface Postmaster {
  pid: number;
  socketDirectory: string;
}

export interface Cluster {
  directory: string;
  logFile: string;
}

/** The words of a process's command line; null where the system does not tell. */
async function commandOf(pid: number): Promise<string[] | null> {
  for (let attempt = 1; ; attempt += 1) {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
    // Empty for an instant within exec, and for good in a dead process that nobody has asked for.
    if (text !== '' || attempt === commandAttempts) return text?.split('\0') ?? null;
    await pause(execMs);
  }
}

/** True while the process is this cluster's server, and not one that got its pid after a restart of the machine. */
async function isServer({ directory }: Cluster, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  return (await commandOf(pid))?.includes(directory) ?? isAlive(pid);
}

const lockFileOf = ({ directory }: Cluster): string => join(directory, 'postmaster.pid');

/** What the cluster's lock file says; the socket is named last, once the server listens. @see PostgreSQL documentation, "postmaster.pid" */
async function readLockFile(cluster: Cluster): Promise<{ pid: number; socketDirectory: string | undefined } | null> {
  const text = await readFile(lockFileOf(cluster), 'utf8').catch(() => '');
  const [pid, , , , socketDirectory] = text.split('\n');
  return Number(pid) > 0 ? { pid: Number(pid), socketDirectory } : null;
}

/** The server that the cluster's lock file names, if it runs. */
export async function findRunning(cluster: Cluster): Promise<Postmaster | null> {
  const found = await poll(startTimeoutMs, async () => {
    const named = await readLockFile(cluster);
    if (!named || !(await isServer(cluster, named.pid))) return 'none' as const;
    return named.socketDirectory ? { pid: named.pid, socketDirectory: named.socketDirectory } : null;
  });
  return found === 'none' ? null : found;
}

/**
 * Removes a lock file whose pid another program has by now, as happens when a container starts again: PostgreSQL, which cannot tell that
 * program from itself, would refuse to start for ever. A server that is there all the same is still noticed, by its shared memory.
 */
export async function removeStaleLockFile(cluster: Cluster): Promise<void> {
  const named = await readLockFile(cluster);
  if (named && isAlive(named.pid) && !(await isServer(cluster, named.pid))) await rm(lockFileOf(cluster), { force: true });
}

/** Starts the server in a process group of its own, so that Ctrl-C in a terminal stops Warder first and Warder stops it. */
export async function spawnPostmaster(
  binaries: Binaries,
  cluster: Cluster,
  socketDirectory: string,
  runAs: RunAs,
  options: { fsync: boolean },
): Promise<Postmaster> {
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
  const { O_WRONLY, O_CREAT, O_TRUNC, O_APPEND } = constants;
  const log = await open(cluster.logFile, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600);
  const child = spawn(program, wrapped, { ...ids, cwd: '/', env: minimalEnvironment, detached: true, stdio: ['ignore', log.fd, log.fd] });
  child.once('error', () => {});
  await log.close();
  child.unref();
  if (child.pid === undefined) throw new StartError(`The embedded PostgreSQL could not be started: ${binaries.postgres} does not run here.`);
  return { pid: child.pid, socketDirectory };
}

/** A connection of the superuser's as soon as the server answers, or null when it ended instead. @throws {StartError} when it does neither */
export async function connectWhenReady(postmaster: Postmaster, cluster: Cluster): Promise<pg.Client | null> {
  const outcome = await poll(startTimeoutMs, async () => {
    const client = new pg.Client({ host: postmaster.socketDirectory, user: superuser, database: 'postgres', application_name: 'warder-lock' });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch {
      await client.end().catch(() => {});
      return (await isServer(cluster, postmaster.pid)) ? null : ('ended' as const);
    }
  });
  if (!outcome) throw new StartError(`The database in ${cluster.directory} does not answer; see ${cluster.logFile}.`);
  return outcome === 'ended' ? null : outcome;
}

/** Stops the server in order: open transactions are rolled back, everything committed is on disk. One that hangs is cut short, and recovers at its next start. */
export async function stopPostmaster({ pid }: Postmaster, cluster: Cluster): Promise<void> {
  for (const [signal, timeoutMs] of [
    ['SIGINT', stopTimeoutMs],
    ['SIGQUIT', abortTimeoutMs],
  ] as const) {
    if (await isServer(cluster, pid)) process.kill(pid, signal);
    if (await poll(timeoutMs, async () => ((await isServer(cluster, pid)) ? null : true))) return;
  }
}
