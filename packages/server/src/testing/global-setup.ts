import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { jobNames } from '../compose.ts';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../db/embedded/index.ts';
import { isAlive } from '../db/embedded/is-alive.ts';
import { migrate } from '../db/index.ts';
import { prepareJobs } from '../jobs/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server where databases may be made, and the migrated template to clone. */
    postgres: { admin: pg.ClientConfig; owner: string | null; template: string };
  }
}

/** Ends and removes the servers of this user's runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^warder-test-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid) || (await stat(join(tmpdir(), name))).uid !== process.getuid?.()) continue;
    const dataDir = join(tmpdir(), name, 'data');
    if (await findEmbeddedPostgres(dataDir)) await (await startEmbeddedPostgres({ dataDir, fsync: false })).stop();
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** One database server for the whole run: the operator's (DATABASE_URL), or an embedded one without fsync that is gone afterwards. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['DATABASE_URL'];
  await sweep();
  const directory = await mkdtemp(join(tmpdir(), `warder-test-${process.pid}-`));
  const embedded = url ? null : await startEmbeddedPostgres({ dataDir: join(directory, 'data'), fsync: false });
  const admin: pg.ClientConfig = embedded ? { ...embedded.connection, user: 'postgres', database: 'postgres' } : { connectionString: url };
  const owner = embedded ? (embedded.connection.user ?? null) : null;
  const template = `warder_template_${process.pid}`;

  const client = new pg.Client(admin);
  await client.connect();
  await client.query(`create database ${template}${owner ? ` owner ${owner}` : ''}`);
  const connection = url
    ? { connectionString: Object.assign(new URL(url), { pathname: `/${template}` }).href }
    : { ...embedded?.connection, database: template };
  await migrate(connection);
  await prepareJobs(connection, jobNames);
  project.provide('postgres', { admin, owner, template });

  return async () => {
    await client.query(`drop database if exists ${template} with (force)`);
    await client.end();
    await embedded?.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
