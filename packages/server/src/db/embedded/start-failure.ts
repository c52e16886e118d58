import { readFile } from 'node:fs/promises';
import { StartError } from '../../kernel/start-error.ts';
import type { Cluster } from './postmaster.ts';

/** One Warder at a time uses a data directory. */
export const inUse = (dataDir: string): StartError =>
  new StartError(`Another Warder is using the data directory ${dataDir}; stop it first, or set WARDER_DATA_DIR to another directory.`);

/** Why the server gave up, in its own last words. */
export async function startFailure(dataDir: string, { directory, logFile }: Cluster): Promise<StartError> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  const line = lines.findLast((text) => /FATAL|PANIC|could not/.test(text)) ?? lines.at(-1) ?? '';
  const words = line.replace(/^.*?(?:FATAL|PANIC|LOG):\s*/, '').trim();
  if (/lock file .* already exists/.test(words)) return inUse(dataDir);
  if (/no space left|disk quota/i.test(words)) return new StartError(`The disk of ${dataDir} is full; free some space and start again.`);
  return new StartError(`The database in ${directory} does not start (PostgreSQL says: ${words || 'nothing'}); see ${logFile}.`);
}
