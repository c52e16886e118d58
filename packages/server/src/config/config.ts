import { resolve } from 'node:path';
import type { Policy } from '../ground.ts';
import { StartError } from '../kernel/start-error.ts';
import { noTrustedProxies, parseTrustedProxies, type TrustedProxies } from '../network/index.ts';
import { anyText, type Environment, keyAdvice, mailbox, oneOf, type Reader, secretKeyList, urlOf, webOrigin, wholeNumber } from './setting-values.ts';
import { unknownSettings } from './unknown-settings.ts';

export interface Setting {
  name: string;
  /** As the operator would write it, or null: not set. */
  default: string | null;
  meaning: string;
}

/** Every setting: the one list behind the README's table, the help of the command line and the check at start. */
export const settings = [
  { name: 'PORT', default: '4600', meaning: 'Port to listen on.' },
  { name: 'HOST', default: '127.0.0.1', meaning: 'Address to listen on; 0.0.0.0 for every network, as in a container.' },
  {
    name: 'WARDER_PUBLIC_URL',
    default: null,
    meaning: 'Address at which people reach Warder, https but for localhost. Unset: http://localhost with the port.',
  },
  {
    name: 'WARDER_MODE',
    default: 'development',
    meaning: 'development, or production, which insists on https, a mail server and a key of your own.',
  },
  { name: 'WARDER_DATA_DIR', default: './data', meaning: 'Directory of the embedded database and the secret key. Back up all of it.' },
  { name: 'DATABASE_URL', default: null, meaning: 'PostgreSQL 15 or newer to use instead of the embedded one.' },
  {
    name: 'WARDER_SECRET_KEY',
    default: null,
    meaning: `What secrets at rest are sealed with: ${keyAdvice}. To rotate, put the new key first: new,old.`,
  },
  {
    name: 'WARDER_SECRET_KEY_FILE',
    default: null,
    meaning: 'File that holds the key instead. With neither, a key is made in the data directory at the first start.',
  },
  { name: 'SMTP_URL', default: null, meaning: 'Mail server, such as smtps://user:password@mail.example.com. Unset: mails show at /dev/outbox.' },
  { name: 'MAIL_FROM', default: null, meaning: 'Sender of the mails. Unset: Warder <warder@ the host of WARDER_PUBLIC_URL>.' },
  {
    name: 'WARDER_TRUSTED_PROXIES',
    default: null,
    meaning: 'Addresses and networks of the proxies in front of Warder, whose X-Forwarded-For is believed. Unset: nobody’s.',
  },
  { name: 'WARDER_SESSION_INACTIVITY_SECONDS', default: '3600', meaning: 'A session unused for this long ends.' },
  { name: 'WARDER_SESSION_LIFETIME_SECONDS', default: '86400', meaning: 'A session ends this long after its sign-in, used or not.' },
  { name: 'WARDER_RETENTION_DAYS', default: '30', meaning: 'How long sign-in records are kept.' },
  { name: 'WARDER_PASSWORD_HASH_CONCURRENCY', default: '1', meaning: 'Passwords hashed side by side; fewer than there are processors.' },
  {
    name: 'WARDER_BREACH_CORPUS',
    default: 'https://api.pwnedpasswords.com',
    meaning: 'Have I Been Pwned range API that new passwords are compared with, five hash digits at a time; or off.',
  },
  { name: 'WARDER_LOG_LEVEL', default: 'info', meaning: 'fatal, error, warn, info, debug, trace or silent.' },
  { name: 'WARDER_CITY_DATABASE', default: null, meaning: 'MMDB file of cities to use instead of the one that Warder brings.' },
  { name: 'WARDER_ASN_DATABASE', default: null, meaning: 'MMDB file of networks to use instead of the one that Warder brings.' },
] as const satisfies readonly Setting[];

type Named = (typeof settings)[number];
type WithDefault = Extract<Named, { default: string }>['name'];
type WithoutDefault = Extract<Named, { default: null }>['name'];

/** The settings as values, each of them checked. */
export interface Config {
  policy: Policy;
  port: number;
  host: string;
  mode: 'development' | 'production';
  /** Absolute. */
  dataDir: string;
  /** Null: the embedded database. */
  databaseUrl: string | null;
  /** Null: see {@link Config.secretKeyFile}. */
  secretKeys: [string, ...string[]] | null;
  /** Absolute; null: the key lies in the data directory. */
  secretKeyFile: string | null;
  /** Null: mails are kept and shown. */
  smtpUrl: string | null;
  mailFrom: string;
  trustedProxies: TrustedProxies;
  passwordHashConcurrency: number;
  /** Null: switched off. */
  breachCorpus: string | null;
  logLevel: (typeof logLevels)[number];
  /** Absolute; null: the one that Warder brings. */
  cityDatabase: string | null;
  asnDatabase: string | null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const minuteSeconds = 60;
const daySeconds = 86_400;

const proxies: Reader<TrustedProxies> = (text) => {
  const parsed = parseTrustedProxies(text);
  return parsed.ok ? { value: parsed.proxies } : { wrong: `holds "${parsed.wrong}", which ${parsed.reason}` };
};

const corpus: Reader<string | null> = (text) => (text === 'off' ? { value: null } : urlOf('https://api.pwnedpasswords.com', 'https', 'http')(text));

const path: Reader<string> = (text) => ({ value: resolve(text) });

/** Reads one setting after another and gathers what is wrong, so that the operator learns all of it at once. An empty text is as good as none. */
function createReading(env: Environment) {
  const wrong = unknownSettings(
    env,
    settings.map(({ name }) => name),
  );
  const read = <T>(name: string, text: string, reader: Reader<T>): T | null => {
    const outcome = reader(text);
    if ('value' in outcome) return outcome.value;
    wrong.push(`${name} ${outcome.wrong}`);
    return null;
  };
  const given = (name: string): string => env[name]?.trim() ?? '';
  return {
    wrong,
    optional: <T>(name: WithoutDefault, reader: Reader<T>): T | null => (given(name) === '' ? null : read(name, given(name), reader)),
    /** A wrong text reads as the default, so that the settings that build on it can be judged too. */
    required<T>(name: WithDefault, reader: Reader<T>): T {
      const fallback = reader(settings.find((setting) => setting.name === name)?.default ?? '') as { value: T };
      return given(name) === '' ? fallback.value : (read(name, given(name), reader) ?? fallback.value);
    },
    isGiven: (name: WithoutDefault): boolean => given(name) !== '',
  };
}

type Reading = ReturnType<typeof createReading>;

/** What is wrong with settings that are each right alone. */
function contradictions(config: Config, { isGiven }: Reading): string[] {
  const hasKey = isGiven('WARDER_SECRET_KEY') || isGiven('WARDER_SECRET_KEY_FILE');
  const production = config.mode === 'production';
  return [
    isGiven('WARDER_SECRET_KEY') && isGiven('WARDER_SECRET_KEY_FILE') && 'WARDER_SECRET_KEY and WARDER_SECRET_KEY_FILE are both set; keep one',
    isGiven('DATABASE_URL') && !hasKey && `WARDER_SECRET_KEY (or WARDER_SECRET_KEY_FILE) must be set with DATABASE_URL: ${keyAdvice}`,
    production && !isGiven('DATABASE_URL') && !hasKey && `WARDER_SECRET_KEY (or WARDER_SECRET_KEY_FILE) must be set in production: ${keyAdvice}`,
    production && !isGiven('SMTP_URL') && 'SMTP_URL must be set in production, for codes and alerts to arrive',
    production && !isGiven('WARDER_PUBLIC_URL') && 'WARDER_PUBLIC_URL must be set in production, such as https://security.example.com',
    production &&
      isGiven('WARDER_PUBLIC_URL') &&
      !config.policy.publicUrl.startsWith('https:') &&
      'WARDER_PUBLIC_URL must begin with https:// in production',
    config.policy.inactivitySeconds > config.policy.lifetimeSeconds &&
      'WARDER_SESSION_INACTIVITY_SECONDS must not exceed WARDER_SESSION_LIFETIME_SECONDS',
  ].filter((sentence) => sentence !== false);
}

function readValues({ optional, required }: Reading): Config {
  const port = required('PORT', wholeNumber(1, 65_535));
  const publicUrl = optional('WARDER_PUBLIC_URL', webOrigin) ?? `http://localhost:${port}`;
  return {
    port,
    host: required('HOST', anyText),
    policy: {
      publicUrl,
      inactivitySeconds: required('WARDER_SESSION_INACTIVITY_SECONDS', wholeNumber(minuteSeconds, 30 * daySeconds)),
      lifetimeSeconds: required('WARDER_SESSION_LIFETIME_SECONDS', wholeNumber(5 * minuteSeconds, 30 * daySeconds)),
      retentionDays: required('WARDER_RETENTION_DAYS', wholeNumber(1, 3_650)),
    },
    mode: required('WARDER_MODE', oneOf('development', 'production')),
    dataDir: required('WARDER_DATA_DIR', path),
    databaseUrl: optional('DATABASE_URL', urlOf('postgres://user:password@db.example.com/warder', 'postgres', 'postgresql')),
    secretKeys: optional('WARDER_SECRET_KEY', secretKeyList),
    secretKeyFile: optional('WARDER_SECRET_KEY_FILE', path),
    smtpUrl: optional('SMTP_URL', urlOf('smtps://user:password@mail.example.com', 'smtp', 'smtps')),
    mailFrom: optional('MAIL_FROM', mailbox) ?? `Warder <warder@${new URL(publicUrl).hostname}>`,
    trustedProxies: optional('WARDER_TRUSTED_PROXIES', proxies) ?? noTrustedProxies,
    passwordHashConcurrency: required('WARDER_PASSWORD_HASH_CONCURRENCY', wholeNumber(1, 64)),
    breachCorpus: required('WARDER_BREACH_CORPUS', corpus),
    logLevel: required('WARDER_LOG_LEVEL', oneOf(...logLevels)),
    cityDatabase: optional('WARDER_CITY_DATABASE', path),
    asnDatabase: optional('WARDER_ASN_DATABASE', path),
  };
}

/** Reads and checks every setting. No sentence of `wrong` repeats a secret. */
export function checkConfig(env: Environment): { ok: true; config: Config } | { ok: false; wrong: string[] } {
  const reading = createReading(env);
  const config = readValues(reading);
  const wrong = [...reading.wrong, ...contradictions(config, reading)];
  return wrong.length === 0 ? { ok: true, config } : { ok: false, wrong };
}

const asSentence = (text: string): string => (text.endsWith('?') ? text : `${text}.`);

/** As {@link checkConfig}. @throws {StartError} one message that names everything wrong */
export function readConfig(env: Environment): Config {
  const outcome = checkConfig(env);
  if (outcome.ok) return outcome.config;
  const [only, ...others] = outcome.wrong;
  if (others.length === 0) throw new StartError(asSentence(only ?? ''));
  throw new StartError(`${outcome.wrong.length} settings are wrong:\n${outcome.wrong.map((sentence) => `  - ${asSentence(sentence)}`).join('\n')}`);
}
