import { access, chmod, constants, mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorCode, StartError } from '../../kernel/start-error.ts';
import { isAlive } from './is-alive.ts';

const marker = 'WARDER_DATA';
/** The database's own directory in the data directory. */
export const clusterName = 'postgres';
const markerText = 'This directory belongs to Warder: the database and the secret key. Back up all of it; change nothing in it.\n';

const sentence = (dataDir: string, error: unknown): StartError => {
  const reasons: Record<string, string> = {
    EACCES: 'may not be written by this user',
    EPERM: 'may not be written by this user',
    EROFS: 'lies on a read-only file system',
    ENOTDIR: 'is not a directory',
    EEXIST: 'is not a directory',
    ENOENT: 'cannot be made there',
    ENOSPC: 'lies on a full disk',
    EDQUOT: 'lies on a disk whose quota is used up',
  };
  const reason = reasons[errorCode(error)] ?? `cannot be used: ${(error as Error).message}`;
  return new StartError(`The data directory ${dataDir} ${reason}; set WARDER_DATA_DIR to a directory that Warder may write.`, error);
};

/** One level at a time: asked for all levels at once, Node waits for ever on file systems that refuse (/proc). */
async function makeDirectory(directory: string): Promise<void> {
  await mkdir(directory).catch(async (error: unknown) => {
    if (errorCode(error) === 'EEXIST') return;
    const parent = dirname(directory);
    const parentIsThere = await access(parent).then(
      () => true,
      () => false,
    );
    if (errorCode(error) !== 'ENOENT' || parentIsThere) throw error;
    await makeDirectory(parent);
    await makeDirectory(directory);
  });
}

/** Begins the name of a directory in which something is made before it is moved to its place whole: the pid says whether its maker lives. */
export const makingName = (what: string): string => `${what}-making-${process.pid}-`;

/** Removes what a killed Warder was still making. */
async function sweep(dataDir: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const pid = Number(/-making-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

/**
 * Makes the data directory, or makes sure that the one there is Warder's own and can be written. Answers its real path.
 * A directory that holds something else is refused, untouched. Private to its user; root's may be entered, for the database runs as another user.
 * @throws {StartError}
 */
export async function claimDataDirectory(given: string): Promise<string> {
  const dataDir = resolve(given);
  const present = await readdir(dataDir).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw sentence(dataDir, error);
  });
  const others = present?.filter((name) => name !== 'lost+found') ?? [];
  if (others.length > 0 && !others.includes(marker)) {
    throw new StartError(`The data directory ${dataDir} holds files that are not Warder's; set WARDER_DATA_DIR to an empty or new directory.`);
  }
  try {
    if (!present) await makeDirectory(dataDir);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    if (!present?.includes(marker)) {
      await chmod(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
      await writeFile(join(dataDir, marker), markerText);
    }
    await sweep(dataDir, others);
    return await realpath(dataDir);
  } catch (error) {
    throw sentence(dataDir, error);
  }
}
