import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Below this, the headers weigh more than what is saved. */
const leastBytes = 1_024;

/**
 * Lays a Brotli and a gzip copy beside each asset, as small as they get: made once at the build, sent as they are, so that a server on two cores
 * compresses nothing while people wait.
 */
export function precompress(): Plugin {
  return {
    name: 'warder-precompress',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      const assets = join(dir, 'assets');
      await Promise.all((await readdir(assets)).map((name) => compress(join(assets, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const text = await readFile(file);
  if (text.length < leastBytes) return;
  await writeFile(`${file}.br`, await asBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }));
  await writeFile(`${file}.gz`, await asGzip(text, { level: constants.Z_BEST_COMPRESSION }));
}
