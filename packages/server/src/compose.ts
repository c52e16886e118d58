import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Logger } from 'pino';
import { createClientGuard, introspectionRoutes, networkListsVersion, readNetworkLists } from './admin/index.ts';
import { alertRoutes, reactToEventJob, sendHeldAlertsJob } from './alerts/index.ts';
import { type BreachCorpus, createPasswords } from './credentials/index.ts';
import { type Bus, findAppRole, openBus, openDatabase } from './db/index.ts';
import { clientHintHeaders, describeClient } from './devices/index.ts';
import type { Ground, Policy } from './ground.ts';
import { createApp, createCookies, createServe, type Guards, operationsRoutes, pagesRoutes, problemPagesRoutes } from './http/index.ts';
import { type JobHandler, openJobs } from './jobs/index.ts';
import type { Clock } from './kernel/clock.ts';
import type { Random } from './kernel/ids.ts';
import type { Keyring } from './kernel/secrets.ts';
import { retainRecordsJob } from './maintenance.ts';
import type { Origins, TrustedProxies } from './network/index.ts';
import { countDeadLetters, deliverNotificationJob, devMailer, devOutboxRoutes, type Mailer, requeueNotificationsJob } from './notifications/index.ts';
import { recoveryRoutes, sendPasswordResetJob } from './recovery/index.ts';
import { remindOfReviewJob, remindOfUnusedDevicesJob, reviewRoutes } from './reviews/index.ts';
import { createRecentGuard, createSessionGuard, eventRoutes, sessionRoutes } from './sessions/index.ts';
import { settingsRoutes } from './settings/index.ts';
import { signInRoutes } from './sign-ins/index.ts';
import { signUpRoutes } from './sign-ups/index.ts';

/** Every job by name: its queue is laid out before the first one is enqueued. */
export const jobNames = [
  'react-to-event',
  'deliver-notification',
  'send-password-reset',
  'requeue-notifications',
  'send-held-alerts',
  'remind-of-review',
  'remind-of-unused-devices',
  'retain-records',
] as const;

export interface Parts {
  connection: pg.ClientConfig;
  clock: Clock;
  random: Random;
  keyring: Keyring;
  origins: Origins;
  policy: Policy;
  trustedProxies: TrustedProxies;
  passwordHashConcurrency: number;
  breachCorpus: BreachCorpus;
  /** Null: mails are kept in the database and show at /dev/outbox. */
  mailer: Mailer | null;
  /** Directory of the built pages. */
  pagesDirectory: string;
  version: string;
  log: Logger;
}

export interface Warder {
  app: FastifyInstance;
  ground: Ground;
  /** Starts working on what is queued. */
  startJobs(): Promise<void>;
  /** Does what is queued now, once, and answers how much that was. */
  drainJobs(): Promise<number>;
  /** Finishes what is under way, then lets go of everything. */
  stop(): Promise<void>;
}

const networkListsCheckMs = 30_000;

/** Puts Warder together: the ground, then the rooms from left to right, then the jobs. Nothing is listened to and no job runs yet. */
export async function compose(parts: Parts): Promise<Warder> {
  const { connection, log, policy } = parts;
  const onError = (error: Error) => log.warn({ err: error }, 'the database connection was lost');
  const role = await findAppRole(connection);
  const { db } = openDatabase(connection, { role, onError });
  const jobs = openJobs(connection, role, onError);
  const bus = await openBus(connection, onError);
  const { clock, random, keyring, origins } = parts;
  const ground: Ground = { db, clock, random, keyring, enqueue: jobs.enqueue, origins, policy, log };
  const mailer = parts.mailer ?? devMailer(db, clock);

  const app = await createApp({ publicUrl: policy.publicUrl, trustedProxies: parts.trustedProxies, version: parts.version, log });
  await addRoutes(app, ground, bus, parts);
  const handlers: JobHandler[] = [
    deliverNotificationJob(ground, mailer),
    requeueNotificationsJob(ground),
    reactToEventJob(ground),
    sendPasswordResetJob(ground),
    sendHeldAlertsJob(ground),
    remindOfReviewJob(ground),
    remindOfUnusedDevicesJob(ground),
    retainRecordsJob(ground, connection),
  ];
  const stopLists = await followNetworkLists(ground);
  // The first reading of an agent loads the detector's tables: better now than in somebody's sign-in.
  describeClient({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36' });

  return {
    app,
    ground,
    startJobs: () => jobs.start(handlers),
    drainJobs: () => jobs.drain(handlers),
    async stop() {
      stopLists();
      await app.close();
      await jobs.stop();
      await bus.close();
      mailer.close();
      await db.destroy();
    },
  };
}

async function addRoutes(app: FastifyInstance, ground: Ground, bus: Bus, parts: Parts): Promise<void> {
  const { db, policy } = ground;
  const cookies = createCookies(policy.publicUrl);
  const passwords = await createPasswords({ concurrency: parts.passwordHashConcurrency, corpus: parts.breachCorpus });
  const letIn = createSessionGuard(ground, cookies);
  const guards: Guards = { none: async () => null, session: letIn, recent: createRecentGuard(ground, letIn), client: createClientGuard(ground) };
  const serve = createServe(app, guards);

  operationsRoutes(app, {
    checkReady: async () => void (await sql`select 1`.execute(db)),
    readGauges: async () => ({ deadLetters: await countDeadLetters(db) }),
  });
  sessionRoutes(serve, ground, cookies);
  eventRoutes(app, ground, bus, letIn);
  signInRoutes(serve, ground, cookies, passwords);
  signUpRoutes(serve, ground, cookies, passwords);
  recoveryRoutes(serve, ground, passwords);
  settingsRoutes(serve, ground, passwords);
  reviewRoutes(serve, ground);
  alertRoutes(app, ground);
  introspectionRoutes(app, serve, ground);
  problemPagesRoutes(app);
  if (!parts.mailer) devOutboxRoutes(app, db);
  await pagesRoutes(app, { directory: parts.pagesDirectory, publicUrl: policy.publicUrl, headers: clientHintHeaders });
}

/** Uses the operator's network lists, and notices within half a minute when one was imported. Answers how to stop. */
async function followNetworkLists({ db, origins, log }: Ground): Promise<() => void> {
  let version = '';
  const follow = async () => {
    const newest = await networkListsVersion(db);
    if (newest === version) return;
    origins.useLists(await readNetworkLists(db));
    version = newest;
  };
  await follow();
  const timer = setInterval(
    () => void follow().catch((error: unknown) => log.warn({ err: error }, 'network lists could not be read')),
    networkListsCheckMs,
  );
  return () => clearInterval(timer);
}
