import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StartError } from '../kernel/start-error.ts';
import { loadSecretKeys } from './secret-keys.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'warder-keys-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

const key = 'Zm9yIHRoZSB0ZXN0cyBvbmx5LCBhbmQgbm90IGEgc2VjcmV0';
const embedded = () => ({ secretKeys: null, secretKeyFile: null, dataDir: join(directory, 'data') });

test('the first start makes a key that only its owner may read, and every later start finds it', async () => {
  const keys = await loadSecretKeys(embedded());
  expect(Buffer.from(keys[0], 'base64url')).toHaveLength(32);
  expect((await stat(join(directory, 'data/secret-key'))).mode & 0o777).toBe(0o600);
  expect(await loadSecretKeys(embedded())).toEqual(keys);
  expect((await readdir(join(directory, 'data'))).sort()).toEqual(['WARDER_DATA', 'secret-key']);
});

test('16 first starts at once agree on one key', async () => {
  const found = await Promise.all(Array.from({ length: 16 }, () => loadSecretKeys(embedded())));
  expect(new Set(found.map(String)).size).toBe(1);
});

test('a database whose key is gone is refused, and no other key is made', async () => {
  await loadSecretKeys(embedded());
  await rm(join(directory, 'data/secret-key'));
  await mkdir(join(directory, 'data/postgres'));
  await expect(loadSecretKeys(embedded())).rejects.toThrow(/is missing.*restore it from a backup/);
  expect(await readdir(join(directory, 'data'))).not.toContain('secret-key');
});

test('a damaged key file is told, and left as it is', async () => {
  await loadSecretKeys(embedded());
  const file = join(directory, 'data/secret-key');
  await writeFile(file, 'half a k');
  await expect(loadSecretKeys(embedded())).rejects.toThrow(StartError);
  expect(await readFile(file, 'utf8')).toBe('half a k');
});

test('a key file of the operator is read, with one key on each line', async () => {
  const secretKeyFile = join(directory, 'key');
  await writeFile(secretKeyFile, `${key}1\n${key}2\n`);
  expect(await loadSecretKeys({ ...embedded(), secretKeyFile })).toEqual([`${key}1`, `${key}2`]);
});

test('a key file of the operator that is not there is never made', async () => {
  const secretKeyFile = join(directory, 'key');
  await expect(loadSecretKeys({ ...embedded(), secretKeyFile })).rejects.toThrow(/WARDER_SECRET_KEY_FILE.*does not exist/);
  expect(await readdir(directory)).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)('a key file that may not be read is told', async () => {
  const secretKeyFile = join(directory, 'key');
  await writeFile(secretKeyFile, key);
  await chmod(secretKeyFile, 0);
  await expect(loadSecretKeys({ ...embedded(), secretKeyFile })).rejects.toThrow(/cannot be read \(EACCES\)/);
});

test('the setting goes before every file', async () => {
  expect(await loadSecretKeys({ ...embedded(), secretKeys: [key] })).toEqual([key]);
  expect(await readdir(directory)).toEqual([]);
});
