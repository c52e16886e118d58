import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readAsnFile, writeAsnFile } from './asn-file.ts';
import type { AsnTable } from './asn-table.ts';
import { readAsnCsv } from './read-asn-csv.ts';

const require = createRequire(import.meta.url);
const fileName = 'asn.index';

/** Writes beside the target and renames, so that a reader sees the whole old file or the whole new one, even after a crash. */
async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(draft, 'w', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A file that cannot be read is as good as none: writing the new one will say what is wrong. */
async function readCached(path: string, version: string): Promise<AsnTable | null> {
  const file = await readFile(path).catch(() => null);
  return file && readAsnFile(file, version);
}

async function build(packageDirectory: string): Promise<AsnTable> {
  const [v4, v6] = await Promise.all(['asn-ipv4-num.csv', 'asn-ipv6-num.csv'].map((name) => readFile(join(packageDirectory, name), 'utf8')));
  return readAsnCsv(v4 ?? '', v6 ?? '');
}

/**
 * The ASN table of the installed data. It is made once from 33 MB of CSV and kept in the cache directory as 11 MB that later starts only read;
 * a new version of the data, a cut or a damaged file makes it anew.
 * @throws Error in one sentence when the cache directory cannot be written
 */
export async function openAsnTable(cacheDirectory: string): Promise<AsnTable> {
  const manifest = require.resolve('@ip-location-db/asn/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const path = join(cacheDirectory, fileName);
  const cached = await readCached(path, version);
  if (cached) return cached;
  const table = await build(dirname(manifest));
  try {
    await mkdir(cacheDirectory, { recursive: true });
    await writeAtomically(path, writeAsnFile(table, version));
  } catch (cause) {
    throw new Error(`The cache directory ${cacheDirectory} cannot be written: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}.`, { cause });
  }
  return table;
}
