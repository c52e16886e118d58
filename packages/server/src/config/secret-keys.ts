import { link, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { claimDataDirectory, clusterName, makingName } from '../db/embedded/index.ts';
import { type Random, systemRandom } from '../kernel/ids.ts';
import { errorCode, StartError } from '../kernel/start-error.ts';
import type { Config } from './config.ts';
import { secretKeyList } from './setting-values.ts';

const fileName = 'secret-key';
const keyBytes = 32;

type SecretKeys = [string, ...string[]];

async function readKeyFile(file: string): Promise<SecretKeys | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw new StartError(`The key file ${file} cannot be read (${errorCode(error)}).`, error);
  });
  if (text === null) return null;
  const outcome = secretKeyList(text);
  if ('wrong' in outcome) throw new StartError(`The key in ${file} ${outcome.wrong}.`);
  return outcome.value;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Written whole and flushed under another name, then linked: a link never replaces, and there is no half a key to be found. */
async function makeKeyFile(dataDir: string, file: string, random: Random): Promise<void> {
  const making = await mkdtemp(join(dataDir, makingName(fileName)));
  try {
    const handle = await open(join(making, fileName), 'wx', 0o600);
    try {
      await handle.writeFile(`${random(keyBytes).toString('base64url')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(join(making, fileName), file).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
    await flush(dataDir);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** The key of the data directory, made at the first start. A database without the key that sealed its secrets is refused rather than given another. */
async function ownSecretKeys(given: string, random: Random): Promise<SecretKeys> {
  const dataDir = await claimDataDirectory(given);
  const file = join(dataDir, fileName);
  // Looked at before the key: the key is always made first.
  const hasDatabase = await stat(join(dataDir, clusterName)).then(
    () => true,
    () => false,
  );
  const found = await readKeyFile(file);
  if (found) return found;
  if (hasDatabase)
    throw new StartError(
      `The key file ${file} is missing, and the database's secrets cannot be opened without it; restore it from a backup, or set WARDER_SECRET_KEY.`,
    );
  await makeKeyFile(dataDir, file, random).catch((error: unknown) => {
    throw new StartError(`The key file ${file} cannot be written: ${(error as Error).message}`, error);
  });
  return (await readKeyFile(file)) as SecretKeys;
}

/**
 * The keys that secrets at rest are sealed with: the first seals, all open. From the setting, the file that it names, or the data directory.
 * Requires: called before the embedded database is started for the first time, since a key that comes later would not be the one.
 * @throws {StartError}
 */
export async function loadSecretKeys(
  config: Pick<Config, 'secretKeys' | 'secretKeyFile' | 'dataDir'>,
  random: Random = systemRandom,
): Promise<SecretKeys> {
  if (config.secretKeys) return config.secretKeys;
  if (!config.secretKeyFile) return ownSecretKeys(config.dataDir, random);
  const keys = await readKeyFile(config.secretKeyFile);
  if (!keys) throw new StartError(`The key file ${config.secretKeyFile} (WARDER_SECRET_KEY_FILE) does not exist.`);
  return keys;
}
