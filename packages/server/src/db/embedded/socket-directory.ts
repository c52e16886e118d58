import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../../kernel/start-error.ts';
import type { RunAs } from './run-as.ts';

export const socketName = '.s.PGSQL.5432';
/** The system's limit for a socket's path, less the name of the socket. */
const maxLength = 107 - `/${socketName}`.length;
const ownMode = 0o700;

/** A directory that nobody else may enter; refused when somebody else made it first. */
async function makePrivate(directory: string, runAs: RunAs): Promise<void> {
  const owner = runAs.user?.uid ?? process.getuid?.() ?? 0;
  const made = await mkdir(directory, { mode: ownMode }).then(
    () => true,
    () => false,
  );
  if (made && runAs.user) await chown(directory, runAs.user.uid, runAs.user.gid);
  const found = await lstat(directory);
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new StartError(`The directory ${directory} belongs to somebody else; remove it, or set WARDER_DATA_DIR to a shorter path.`);
  }
}

/** Where the server's socket lies: in the data directory, or where that path is too long for a socket, in a private directory of its own. */
export async function prepareSocketDirectory(dataDir: string, runAs: RunAs): Promise<string> {
  const inside = join(dataDir, 'run');
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const places = [inside, join(tmpdir(), `warder-${name}`)];
  const directory = places.find((place) => Buffer.byteLength(place) <= maxLength) ?? `/tmp/warder-${name}`;
  await makePrivate(directory, runAs);
  return directory;
}
