import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode, StartError } from '../../kernel/start-error.ts';
import { type Binaries, postgresMajor } from './binaries.ts';
import { makingName } from './data-directory.ts';
import { minimalEnvironment } from './minimal-environment.ts';
import type { RunAs } from './run-as.ts';

const run = promisify(execFile);
const initialiseTimeoutMs = 120_000;

/** The role that owns the server itself; Warder's tables belong to another, which is no superuser. */
export const superuser = 'postgres';

/** The built-in locale sorts by code point, alike on every machine: an update of the operating system never breaks an index. */
const layout = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--username=${superuser}`];

const lastLines = (text: string, count: number): string => text.trim().split('\n').slice(-count).join(' | ');

function sentence(dataDir: string, error: unknown): StartError {
  const said = String((error as { stderr?: unknown }).stderr ?? (error as Error).message);
  if (/no space left|disk quota/i.test(said)) return new StartError(`The disk of ${dataDir} is full; free some space and start again.`, error);
  if (/could not look up effective user ID/.test(said)) {
    return new StartError(
      `PostgreSQL does not run as a user without a name, and user ${process.getuid?.()} has none in /etc/passwd; start Warder as a user that has one, or set DATABASE_URL.`,
      error,
    );
  }
  return new StartError(`The database could not be laid out in ${dataDir}: ${lastLines(said, 3)}`, error);
}

/** True when a cluster of this version is there, false when none is. @throws {StartError} when one is damaged or of another version */
async function isLaidOut(cluster: string): Promise<boolean> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error: unknown) => errorCode(error));
  if (version.trim() === postgresMajor) return true;
  if (version === 'ENOENT') {
    const control = await readFile(join(cluster, 'global/pg_control')).catch(() => null);
    const present = control !== null || (await readFile(join(cluster, 'postmaster.opts')).catch(() => null)) !== null;
    if (!present) return false;
    throw new StartError(`The database in ${cluster} is damaged: its file PG_VERSION is missing; restore the data directory from a backup.`);
  }
  if (version === 'EACCES') throw new StartError(`The database in ${cluster} belongs to another user; start Warder as its owner.`);
  if (!/^\d+(\.\d+)?$/.test(version.trim())) {
    throw new StartError(`The database in ${cluster} is damaged: its file PG_VERSION holds no version; restore the data directory from a backup.`);
  }
  throw new StartError(
    `The database in ${cluster} is of PostgreSQL ${version.trim()}, and this Warder brings ${postgresMajor}; start the Warder that made it, or move its data over with pg_dump.`,
  );
}

/**
 * Lays out a new cluster unless one is there. All or nothing: it is made beside its place and moved in whole and flushed, so that a kill
 * in between leaves no half of one; of two that do so at once, one wins and both find a cluster.
 * @throws {StartError}
 */
export async function initialise(binaries: Binaries, dataDir: string, cluster: string, runAs: RunAs, options: { fsync: boolean }): Promise<void> {
  if (await isLaidOut(cluster)) return;
  const making = await mkdtemp(join(dataDir, makingName('postgres'))).catch((error: unknown) => {
    throw sentence(dataDir, error);
  });
  try {
    if (runAs.user) await chown(making, runAs.user.uid, runAs.user.gid);
    await chmod(making, 0o700);
    const { program, args, ids } = runAs.command(binaries.initdb, [
      `--pgdata=${making}`,
      ...layout,
      // Who may connect is decided by the socket, which only the server's own user and root may open.
      '--auth-local=trust',
      '--auth-host=reject',
      '--no-instructions',
      ...(options.fsync ? [] : ['--no-sync']),
    ]);
    await run(program, args, { ...ids, cwd: '/', env: minimalEnvironment, timeout: initialiseTimeoutMs });
    await rename(making, cluster);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error)) && (await isLaidOut(cluster))) return;
    throw sentence(dataDir, error);
  }
}
