import { readFile } from 'node:fs/promises';
import { StartError } from '../../kernel/start-error.ts';
import type { Cluster } from './postmaster.ts';

/** One Warder at a time uses a data directory. */
export const inUse = (dataDir: string): StartError =>
  new StartError(`Another Warder is using the data directory ${dataDir}; stop it first, or set WARDER_DATA_DIR to another directory.`);

/** What the server said last before it gave up. */
export async function lastWords({ logFile }: Cluster): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  const line = lines.findLast((text) => /FATAL|PANIC|could not/.test(text)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?(?:FATAL|PANIC|LOG):\s*/, '').trim();
}

/** True when the server gave up because another is there, or because what is left of a killed one has not ended yet. */
export const isHeldByAnother = (words: string): boolean => /lock file .* already exists|pre-existing shared memory block/.test(words);

export function startFailure(dataDir: string, { directory, logFile }: Cluster, words: string): StartError {
  if (/no space left|disk quota/i.test(words)) return new StartError(`The disk of ${dataDir} is full; free some space and start again.`);
  return new StartError(`The database in ${directory} does not start (PostgreSQL says: ${words || 'nothing'}); see ${logFile}.`);
}
