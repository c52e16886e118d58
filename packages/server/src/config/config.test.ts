import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { StartError } from '../kernel/start-error.ts';
import { checkConfig, readConfig, settings } from './config.ts';

const key = 'Zm9yIHRoZSB0ZXN0cyBvbmx5LCBhbmQgbm90IGEgc2VjcmV0';
const production = { WARDER_MODE: 'production', WARDER_PUBLIC_URL: 'https://w.example.com', SMTP_URL: 'smtp://mail', WARDER_SECRET_KEY: key };

const wrongOf = (env: Record<string, string>): string[] => {
  const outcome = checkConfig(env);
  return outcome.ok ? [] : outcome.wrong;
};

test('nothing set: Warder serves this machine alone, on the embedded database', () => {
  expect(readConfig({})).toMatchObject({
    port: 4600,
    host: '127.0.0.1',
    policy: { publicUrl: 'http://localhost:4600', inactivitySeconds: 3600, lifetimeSeconds: 86_400, retentionDays: 30 },
    mode: 'development',
    dataDir: resolve('data'),
    databaseUrl: null,
    secretKeys: null,
    smtpUrl: null,
    mailFrom: 'Warder <warder@localhost>',
    passwordHashConcurrency: 1,
    logLevel: 'info',
  });
});

test('an empty setting is as good as none', () => {
  const empty = Object.fromEntries(settings.map(({ name }) => [name, ' ']));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test('the public address follows the port', () => {
  expect(readConfig({ PORT: '8080' }).policy.publicUrl).toBe('http://localhost:8080');
});

test('production takes https, a mail server and a key', () => {
  expect(readConfig(production)).toMatchObject({ mode: 'production', secretKeys: [key], mailFrom: 'Warder <warder@w.example.com>' });
});

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '4600x'],
  ['PORT', '1e3'],
  ['WARDER_MODE', 'prod'],
  ['WARDER_PUBLIC_URL', 'http://security.example.com'],
  ['WARDER_PUBLIC_URL', 'https://security.example.com/warder'],
  ['WARDER_PUBLIC_URL', 'https://user:password@security.example.com'],
  ['WARDER_PUBLIC_URL', 'security.example.com'],
  ['WARDER_PUBLIC_URL', 'ftp://localhost'],
  ['WARDER_PUBLIC_URL', 'http://localhost.example.com'],
  ['WARDER_SECRET_KEY', 'too short'],
  ['WARDER_SECRET_KEY', 'a'.repeat(64)],
  ['WARDER_SECRET_KEY', `${key},short`],
  ['WARDER_SECRET_KEY', ','],
  ['SMTP_URL', 'mail.example.com:25'],
  ['SMTP_URL', 'https://mail.example.com'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
  ['WARDER_TRUSTED_PROXIES', '0.0.0.0/0'],
  ['WARDER_TRUSTED_PROXIES', '10.0.0.0/8 proxy'],
  ['WARDER_SESSION_INACTIVITY_SECONDS', '-1'],
  ['WARDER_SESSION_LIFETIME_SECONDS', '1d'],
  ['WARDER_RETENTION_DAYS', '0'],
  ['WARDER_PASSWORD_HASH_CONCURRENCY', '0'],
  ['WARDER_LOG_LEVEL', 'loud'],
])('%s=%s is refused by name', (name, text) => {
  expect(wrongOf({ [name]: text })).toEqual([expect.stringContaining(name)]);
});

test.each([
  ['http://localhost:9', 'http://localhost:9'],
  ['http://127.0.0.1:9', 'http://127.0.0.1:9'],
  ['http://[::1]:9', 'http://[::1]:9'],
  ['https://security.example.com/', 'https://security.example.com'],
])('the public address %s reads %s', (text, origin) => {
  expect(readConfig({ WARDER_PUBLIC_URL: text }).policy.publicUrl).toBe(origin);
});

test('keys rotate: several are read in their order', () => {
  expect(readConfig({ WARDER_SECRET_KEY: `${key}1, ${key}2` }).secretKeys).toEqual([`${key}1`, `${key}2`]);
});

test('everything wrong is told at once', () => {
  const sentences = wrongOf({ PORT: 'x', WARDER_MODE: 'production', WARDER_PUBLIC_URL: 'http://localhost:1', WARDER_LOG_LEVEL: 'x' });
  expect(sentences.map((sentence) => sentence.split(' ')[0])).toEqual([
    'PORT',
    'WARDER_LOG_LEVEL',
    'WARDER_SECRET_KEY',
    'SMTP_URL',
    'WARDER_PUBLIC_URL',
  ]);
  expect(() => readConfig({ PORT: 'x', HOST: '', WARDER_LOG_LEVEL: 'x' })).toThrow(StartError);
  expect(() => readConfig({ PORT: 'x', WARDER_LOG_LEVEL: 'x' })).toThrow(/2 settings are wrong:\n {2}- PORT .*\n {2}- WARDER_LOG_LEVEL .*\.$/);
});

test.each([
  [{ DATABASE_URL: 'postgres://db/warder' }, /^WARDER_SECRET_KEY /],
  [{ WARDER_SECRET_KEY: key, WARDER_SECRET_KEY_FILE: '/run/key' }, /both set/],
  [{ WARDER_SESSION_INACTIVITY_SECONDS: '7200', WARDER_SESSION_LIFETIME_SECONDS: '3600' }, /must not exceed/],
  [{ ...production, SMTP_URL: '' }, /^SMTP_URL must be set/],
  [{ ...production, WARDER_PUBLIC_URL: '' }, /^WARDER_PUBLIC_URL must be set/],
  [{ ...production, WARDER_SECRET_KEY: '' }, /^WARDER_SECRET_KEY /],
])('%j contradicts itself', (env, sentence) => {
  expect(wrongOf(env)).toEqual([expect.stringMatching(sentence)]);
});

test.each(['DATABASE_URL', 'SMTP_URL', 'WARDER_SECRET_KEY'])('a wrong %s is never repeated, for it may hold a secret', (name) => {
  expect(wrongOf({ [name]: 'hunter2' }).join()).not.toContain('hunter2');
});

test.each([
  ['WARDER_DATADIR', 'did you mean WARDER_DATA_DIR?'],
  ['WARDER_TRUSTED_PROXY', 'did you mean WARDER_TRUSTED_PROXIES?'],
  ['WARDER_SMTP_URL', 'did you mean SMTP_URL?'],
  ['WARDER_PORT', 'did you mean PORT?'],
  ['WARDER_CARROTS', 'is no setting of Warder'],
])('%s is a mistake worth telling', (name, told) => {
  expect(wrongOf({ [name]: '1' })).toEqual([expect.stringContaining(told)]);
});

test('what Kubernetes tells the pods of a service named "warder" is no mistake', () => {
  const env = {
    WARDER_SERVICE_HOST: '10.0.0.1',
    WARDER_SERVICE_PORT: '4600',
    WARDER_PORT: 'tcp://10.0.0.1:4600',
    WARDER_PORT_4600_TCP: 'tcp://10.0.0.1:4600',
  };
  expect(readConfig(env).port).toBe(4600);
});
