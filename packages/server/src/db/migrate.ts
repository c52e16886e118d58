import { readdir, readFile } from 'node:fs/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';

const folder = new URL('migrations/', import.meta.url);

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const entries = files.map(async (file): Promise<[string, Migration]> => {
    const text = await readFile(new URL(file, folder), 'utf8');
    return [file.replace('.sql', ''), { up: async (db) => void (await sql.raw(text).execute(db)) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * Brings the database to this version's schema: every plain SQL file of `migrations/` not applied yet, in order, in one transaction,
 * under a lock that other nodes wait for. Answers the names of those applied now. Forward only: a change that old nodes cannot bear is
 * split into expand and contract.
 */
export async function migrate(connection: pg.ClientConfig): Promise<string[]> {
  const pool = new pg.Pool({ ...connection, max: 2, application_name: 'warder-migrate' });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: readMigrations },
      migrationTableName: 'warder_migrations',
      migrationLockTableName: 'warder_migrations_lock',
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error(String(error));
    return results.map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}
