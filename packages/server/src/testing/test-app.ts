import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import pino from 'pino';
import { afterAll } from 'vitest';
import { compose, type Parts, type Warder } from '../compose.ts';
import { type BreachCorpus, noBreachCorpus } from '../credentials/index.ts';
import { maintainPartitions } from '../db/index.ts';
import type { Policy } from '../ground.ts';
import { createKeyring } from '../kernel/secrets.ts';
import { retentionOf } from '../maintenance.ts';
import { noTrustedProxies, openOrigins } from '../network/index.ts';
import type { Mailer } from '../notifications/index.ts';
import { type Browser, type BrowserOptions, createBrowser } from './browser.ts';
import { cloneDatabase } from './database.ts';
import { type FrozenClock, frozenClock } from './frozen-clock.ts';
import { seededRandom } from './seeded-random.ts';

export type SentMail = Parameters<Mailer['send']>[0];

/** Keeps what was sent, and can be down. */
export interface TestMailer extends Mailer {
  sent: SentMail[];
  down: boolean;
}

function testMailer(): TestMailer {
  const sent: SentMail[] = [];
  return {
    sent,
    down: false,
    async send(mail) {
      if (this.down) throw new Error('connect ECONNREFUSED');
      sent.push(mail);
    },
    close() {},
  };
}

export interface TestApp extends Warder {
  clock: FrozenClock;
  mail: TestMailer;
  connection: pg.ClientConfig;
  /** A second Warder on the same database, as after a restart; the caller stops it. */
  restart(): Promise<Warder>;
  browser(options?: BrowserOptions): Browser;
  /** Does what is queued, and answers the latest mail to the address, of those that hold the pattern. */
  latestMail(to: string, holding?: RegExp): Promise<SentMail>;
  /** The code in the latest mail to the address. */
  latestCode(to: string): Promise<string>;
  /** The token of the link in the latest mail to the address. */
  latestLink(to: string): Promise<string>;
  /** Signs up and in, and answers the browser with its CSRF token. */
  signUp(email: string, options?: BrowserOptions): Promise<Browser>;
  /** Signs in, with the e-mail code if it is asked for. */
  signIn(email: string, options?: BrowserOptions | Browser): Promise<Browser>;
}

export const password = 'correct horse battery 7';
export const publicUrl = 'https://warder.test';
export const alice = 'alice@example.com';
export const mallory = 'mallory@example.com';

const pagesDirectory = fileURLToPath(new URL('./pages/', import.meta.url));
const cacheDirectory = join(tmpdir(), `warder-test-cache-${process.getuid?.()}`);

const isBrowser = (options: BrowserOptions | Browser | undefined): options is Browser => options !== undefined && 'call' in options;

/** The whole of Warder on a database of its own, with a clock that stands still and randomness from a seed. Taken down after the tests of the file. */
export async function testApp(policy: Partial<Policy> = {}, breachCorpus: BreachCorpus = noBreachCorpus): Promise<TestApp> {
  const { connection, drop } = await cloneDatabase();
  const clock = frozenClock();
  const random = seededRandom('warder');
  const mail = testMailer();
  const complete: Policy = { publicUrl, inactivitySeconds: 3_600, lifetimeSeconds: 86_400, retentionDays: 30, ...policy };
  await maintainPartitions(connection, clock.now(), retentionOf(complete.retentionDays));
  const parts: Parts = {
    connection,
    clock,
    random,
    keyring: createKeyring(['a secret key of the tests, long enough'], random),
    origins: await openOrigins({ cacheDirectory, lists: [] }),
    policy: complete,
    trustedProxies: noTrustedProxies,
    passwordHashConcurrency: 2,
    breachCorpus,
    mailer: mail,
    pagesDirectory,
    version: '0.0.0-test',
    log: pino({ level: process.env['WARDER_LOG_LEVEL'] ?? 'silent' }),
  };
  const warder = await compose(parts);
  afterAll(async () => {
    await warder.stop();
    await drop();
  });
  return withStories({ ...warder, clock, mail, connection, restart: () => compose(parts) });
}

function withStories(base: Pick<TestApp, keyof Warder | 'clock' | 'mail' | 'connection' | 'restart'>): TestApp {
  const app: TestApp = {
    ...base,
    browser: (options) => createBrowser(base.app, options),
    async latestMail(to, holding = /(?:)/) {
      await base.drainJobs();
      const found = base.mail.sent.findLast((sent) => sent.to === to && holding.test(sent.text));
      if (!found) throw new Error(`no mail to ${to} that holds ${holding}`);
      return found;
    },
    async latestCode(to) {
      const code = /(?<!\d)\d{6}(?!\d)/;
      return code.exec((await app.latestMail(to, code)).text)?.[0] ?? '';
    },
    async latestLink(to) {
      const link = /\/e\/([\w-]{64})/;
      return link.exec((await app.latestMail(to, link)).text)?.[1] ?? '';
    },
    async signUp(email, options) {
      const browser = app.browser(options);
      const { flow } = await browser.ok('POST /v1/sign-up', { body: { email, password, locale: 'en', timeZone: 'Asia/Tokyo' } });
      await browser.ok('POST /v1/sign-up/verify', { body: { flow, code: await app.latestCode(email) } });
      await browser.ok('GET /v1/session');
      await base.drainJobs();
      base.clock.advance(1_000);
      return browser;
    },
    async signIn(email, options) {
      const browser = isBrowser(options) ? options : app.browser(options);
      const step = await browser.ok('POST /v1/sign-in', { body: { email, password } });
      if (step.status === 'second_factor') throw new Error('a second factor is asked for');
      if (step.status === 'email_code')
        await browser.ok('POST /v1/sign-in/email-code', { body: { flow: step.flow, code: await app.latestCode(email) } });
      await browser.ok('GET /v1/session');
      await base.drainJobs();
      base.clock.advance(1_000);
      return browser;
    },
  };
  return app;
}
