import pg from 'pg';
import { type ConstructorOptions, fromKysely, type Job, PgBoss } from 'pg-boss';
import type { Db } from '../db/index.ts';

/** What each job carries, by name: ids alone, never a secret. Each room adds its own through declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface JobData {}

export type JobName = keyof JobData & string;

/** Puts a job into the database that the transaction writes to: it exists when and only when the transaction commits. */
export type Enqueue = <N extends JobName>(tx: Db, name: N, data: JobData[N]) => Promise<void>;

/** What does the work of a job. Runs at least once; a throw runs it again later, with back-off. */
export interface JobHandler<N extends JobName = JobName> {
  name: N;
  /** How many jobs of this name run side by side on one node. */
  concurrency?: number;
  /** A standard cron expression, UTC: the job also runs by itself. */
  cron?: string;
  handle(data: JobData[N]): Promise<void>;
}

export const jobHandler = <N extends JobName>(handler: JobHandler<N>): JobHandler => handler as unknown as JobHandler;

const schema = 'pgboss';
/** A worker that died is noticed after this long, and its job runs again. */
const expireInSeconds = 60;
const superviseIntervalSeconds = 15;
const retry = { retryLimit: 30, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600 } as const;
const keepCompletedSeconds = 3600;
const keepWaitingSeconds = 14 * 24 * 3600;
const pollingIntervalSeconds = 2;
const poolSize = 4;
const stopTimeoutMs = 10_000;

/** Lays out the job tables and queues, and lets the application's role use them. Runs as the owner, after the migrations. */
export async function prepareJobs(connection: pg.ClientConfig, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({ ...connection, max: 2, schema, supervise: false, schedule: false } as ConstructorOptions);
  boss.on('error', () => {});
  await boss.start();
  const policy = { ...retry, expireInSeconds, notify: true, deleteAfterSeconds: keepCompletedSeconds, retentionSeconds: keepWaitingSeconds };
  for (const name of names) {
    await boss.createQueue(name, policy);
    await boss.updateQueue(name, policy);
  }
  await boss.stop({ graceful: false });
  await grantToApp(connection);
}

async function grantToApp(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(`do $$ begin
      if exists (select from pg_roles where rolname = 'warder_app') then
        grant usage on schema ${schema} to warder_app;
        grant select, insert, update, delete on all tables in schema ${schema} to warder_app;
        grant usage on all sequences in schema ${schema} to warder_app;
        grant execute on all functions in schema ${schema} to warder_app;
      end if;
    end $$`);
  } finally {
    await client.end();
  }
}

export interface Jobs {
  enqueue: Enqueue;
  /** Starts working on what is queued, on this node too. */
  start(handlers: readonly JobHandler[]): Promise<void>;
  /** Does everything that is ready now, once, in the caller's own time; answers how many jobs were done. For tests and one-shot commands. */
  drain(handlers: readonly JobHandler[]): Promise<number>;
  stop(): Promise<void>;
}

/** Opens the queue on the database that also holds the state, so that a change and its consequences commit together. */
export function openJobs(connection: pg.ClientConfig, role: string | null, onError: (error: Error) => void): Jobs {
  const boss = new PgBoss({
    ...connection,
    ...(role ? { options: `-c role=${role}` } : {}),
    max: poolSize,
    schema,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds,
    application_name: 'warder-jobs',
  } as ConstructorOptions);
  boss.on('error', onError);

  const runJob =
    (handler: JobHandler) =>
    async ([job]: Job<object>[]) =>
      handler.handle(job?.data as never);
  let open: Promise<unknown> | null = null;
  const opened = () => (open ??= boss.start());

  return {
    async enqueue(tx, name, data) {
      await opened();
      await boss.send(name, data as object, { db: fromKysely(tx) });
    },
    async start(handlers) {
      await opened();
      for (const handler of handlers) {
        await boss.work(handler.name, { pollingIntervalSeconds, localConcurrency: handler.concurrency ?? 1 }, runJob(handler));
        if (handler.cron) await boss.schedule(handler.name, handler.cron, {}, { tz: 'UTC' });
      }
    },
    async drain(handlers) {
      await opened();
      let done = 0;
      for (let found = true; found; ) {
        found = false;
        for (const handler of handlers) {
          const [job] = await boss.fetch<object>(handler.name);
          if (!job) continue;
          found = true;
          try {
            await handler.handle(job.data as never);
            await boss.complete(handler.name, job.id);
            done += 1;
          } catch (error) {
            await boss.fail(handler.name, job.id, error as object);
            onError(error as Error);
          }
        }
      }
      return done;
    },
    async stop() {
      if (open) await boss.stop({ graceful: true, timeout: stopTimeoutMs });
    },
  };
}
