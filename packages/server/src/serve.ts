import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { prepareDatabase, type Reached, reachDatabase } from './cli/with-database.ts';
import { compose, type Warder } from './compose.ts';
import type { Config } from './config/index.ts';
import { loadSecretKeys } from './config/index.ts';
import { noBreachCorpus, openBreachCorpus } from './credentials/index.ts';
import { systemClock } from './kernel/clock.ts';
import { systemRandom } from './kernel/ids.ts';
import { createKeyring } from './kernel/secrets.ts';
import { errorCode, StartError } from './kernel/start-error.ts';
import { openOrigins } from './network/index.ts';
import { smtpMailer } from './notifications/index.ts';

const pagesDirectory = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const stopTimeoutMs = 45_000;
const redacted = ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.code', '*.secret'];

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function readVersion(): Promise<string> {
  return (JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}

async function requirePages(): Promise<void> {
  const built = await stat(join(pagesDirectory, 'index.html')).catch(() => null);
  if (!built) throw new StartError('The pages are not built; run "npm start" or "npm run build" in the repository.');
}

async function open(config: Config, reached: Reached): Promise<Warder> {
  await prepareDatabase(reached.connection, config);
  const origins = await openOrigins({
    cityDatabase: config.cityDatabase ?? undefined,
    asnDatabase: config.asnDatabase ?? undefined,
    cacheDirectory: join(config.dataDir, 'cache'),
    lists: [],
  }).catch((error: Error) => {
    throw new StartError(error.message, error);
  });
  return compose({
    connection: reached.connection,
    clock: systemClock,
    random: systemRandom,
    keyring: createKeyring(await loadSecretKeys(config), systemRandom),
    origins,
    policy: config.policy,
    trustedProxies: config.trustedProxies,
    passwordHashConcurrency: config.passwordHashConcurrency,
    breachCorpus: config.breachCorpus ? openBreachCorpus(config.breachCorpus) : noBreachCorpus,
    mailer: config.smtpUrl ? smtpMailer(config.smtpUrl, config.mailFrom) : null,
    pagesDirectory,
    version: await readVersion(),
    log: pino({ level: config.logLevel, redact: redacted }),
  });
}

async function listen({ app }: Warder, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const reasons: Record<string, string> = {
      EADDRINUSE: `Port ${port} is taken; stop what uses it, or set PORT to another.`,
      EACCES: `Port ${port} may not be used by this user; set PORT to one above 1023.`,
      EADDRNOTAVAIL: `The address ${host} is none of this machine's; set HOST to another.`,
      ENOTFOUND: `The address ${host} is none of this machine's; set HOST to another.`,
    };
    throw new StartError(reasons[errorCode(error)] ?? `Warder cannot listen on ${host}:${port}: ${(error as Error).message}`, error);
  }
}

function welcome({ policy, smtpUrl, mode }: Config, adopted: boolean): void {
  if (adopted) print('The database was still running from a Warder that was killed; it was taken over.');
  print(`\nWarder is ready: ${policy.publicUrl}`);
  print(`  Sign up:  ${policy.publicUrl}/sign-up`);
  if (!smtpUrl && mode === 'development')
    print(`  Mails:    ${policy.publicUrl}/dev/outbox  (no mail server is configured: codes and alerts show there)`);
  print('  Stop:     Ctrl-C\n');
}

/** Waits for a reason to stop: a signal, the end of the parent that started it, or the end of the database. */
function reasonToStop(databaseEnded: Promise<void>): Promise<{ reason: string; status: number }> {
  return new Promise((resolve) => {
    // Not `once`: Ctrl-C comes from the terminal and from the launcher, and the second one must not cut the first one short.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve({ reason: signal, status: 0 }));
    process.once('disconnect', () => resolve({ reason: 'the parent ended', status: 0 }));
    void databaseEnded.then(() => resolve({ reason: 'the database ended', status: 1 }));
  });
}

/**
 * Serves until it is told to stop, then finishes what is under way. Answers the exit status.
 * @throws {StartError}
 */
export async function serve(config: Config): Promise<number> {
  await requirePages();
  const reached = await reachDatabase(config, { beside: false });
  let warder: Warder | null = null;
  try {
    warder = await open(config, reached);
    await listen(warder, config);
    await warder.startJobs();
    welcome(config, reached.adopted);
    const { reason, status } = await reasonToStop(reached.ended);
    print(`Stopping (${reason}).`);
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    return status;
  } finally {
    await warder?.stop().catch(() => {});
    await reached.release();
  }
}
