import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { createHostClient } from '../packages/server/src/admin/index.ts';
import { compose, jobNames, type Warder } from '../packages/server/src/compose.ts';
import { noBreachCorpus } from '../packages/server/src/credentials/index.ts';
import { startEmbeddedPostgres } from '../packages/server/src/db/embedded/index.ts';
import { maintainPartitions, migrate } from '../packages/server/src/db/index.ts';
import { prepareJobs } from '../packages/server/src/jobs/index.ts';
import { addMs, dayMs, systemClock } from '../packages/server/src/kernel/clock.ts';
import { systemRandom } from '../packages/server/src/kernel/ids.ts';
import { createKeyring } from '../packages/server/src/kernel/secrets.ts';
import { retentionOf } from '../packages/server/src/maintenance.ts';
import { openOrigins, parseTrustedProxies } from '../packages/server/src/network/index.ts';

export interface Bench {
  warder: Warder;
  url: string;
  /** As superuser, for filling tables. */
  sql: pg.Client;
  admin: pg.ClientConfig;
  host: { id: string; secret: string };
  stop(): Promise<void>;
}

/** A whole Warder on an embedded PostgreSQL with fsync on, listening on a free port, its jobs not running. */
export async function startBench(directory: string): Promise<Bench> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(directory, 'data') });
  const { connection } = postgres;
  await migrate(connection);
  await prepareJobs(connection, jobNames);
  for (const daysAgo of [28, 21, 14, 7, 0]) await maintainPartitions(connection, addMs(systemClock.now(), -daysAgo * dayMs), retentionOf(60));
  const proxies = parseTrustedProxies('127.0.0.1');
  if (!proxies.ok) throw new Error(proxies.reason);
  const warder = await compose({
    connection,
    clock: systemClock,
    random: systemRandom,
    keyring: createKeyring(['a key for measuring that is long enough'], systemRandom),
    origins: await openOrigins({ cacheDirectory: join(directory, 'cache'), lists: [] }),
    policy: { publicUrl: 'http://localhost', inactivitySeconds: 3_600, lifetimeSeconds: 86_400, retentionDays: 30 },
    trustedProxies: proxies.proxies,
    passwordHashConcurrency: 1,
    breachCorpus: noBreachCorpus,
    mailer: null,
    pagesDirectory: new URL('../packages/server/src/testing/pages/', import.meta.url).pathname,
    version: '0.0.0-bench',
    log: pino({ level: 'silent' }),
  });
  const url = await warder.app.listen({ host: '127.0.0.1', port: 0 });
  const admin = { ...connection, user: 'postgres' };
  const sql = new pg.Client(admin);
  await sql.connect();
  return {
    warder,
    url,
    sql,
    admin,
    host: await createHostClient(warder.ground.db, systemRandom, 'bench', systemClock.now()),
    async stop() {
      await sql.end();
      await warder.stop();
      await postgres.stop();
    },
  };
}
