import { hash } from '@node-rs/argon2';
import { newId, systemRandom } from '../packages/server/src/kernel/ids.ts';
import { newSecret, newToken, sha256 } from '../packages/server/src/kernel/secrets.ts';
import type { Bench } from './warder.ts';

export const password = 'correct horse battery 7';
const client = { kind: 'browser', name: 'Chrome', version: '141', engine: 'Blink', os: 'Windows', osVersion: '11', model: null, form: 'desktop' };
const origin = {
  ip: '203.180.0.1',
  kind: 'public',
  country: 'JP',
  region: null,
  city: 'Tokyo',
  latitude: 35.7,
  longitude: 139.7,
  radiusKm: 50,
  asn: 2497,
  network: 'IIJ',
  anonymity: null,
};

export interface BenchAccount {
  id: string;
  email: string;
  deviceId: string;
  deviceSecret: string;
  token: string;
}

/** Accounts as sign-ups would have made them: a password, an approved device with its cookie, a live bearer session. */
export async function makeAccounts({ sql }: Bench, count: number): Promise<BenchAccount[]> {
  const passwordHash = await hash(password, { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 });
  const accounts = Array.from({ length: count }, (_, index): BenchAccount => {
    const id = newId('acc', systemRandom);
    return {
      id,
      email: `bench${index}@example.com`,
      deviceId: newId('dev', systemRandom),
      deviceSecret: newSecret(systemRandom),
      token: newToken(id, systemRandom),
    };
  });
  const column = <T>(of: (account: BenchAccount) => T) => accounts.map(of);
  const ids = column(({ id }) => id);
  const emails = column(({ email }) => email);
  const devices = column(({ deviceId }) => deviceId);
  await sql.query(
    `insert into accounts (id, email, locale, time_zone, reviewed_at, created_at) select *, 'en', 'UTC', now(), now() from unnest($1::text[], $2::text[])`,
    [ids, emails],
  );
  await sql.query('insert into account_emails (account_id, email_key) select * from unnest($1::text[], $2::text[])', [ids, emails]);
  await sql.query('insert into passwords (account_id, hash, changed_at) select *, $2, now() from unnest($1::text[])', [ids, passwordHash]);
  await sql.query(
    `insert into devices (account_id, id, cookie_hash, client, origin, first_seen_at, signed_in_at, last_active_at, approved_at)
     select *, $4::jsonb, $5::jsonb, now() - interval '20 days', now(), now(), now() from unnest($1::text[], $2::text[], $3::bytea[])`,
    [ids, devices, column(({ deviceSecret }) => sha256(deviceSecret)), client, origin],
  );
  await sql.query(
    `insert into sessions (account_id, id, device_id, token_hash, epoch, delivery, aal, proofs, client, origin, agent, created_at, last_active_at, last_online_at, inactivity_seconds, expires_at)
     select a, s, d, h, 0, 'bearer', 'aal1', $5::jsonb, $6::jsonb, $7::jsonb, 'bench', now(), now(), now(), 3600, now() + interval '1 day'
       from unnest($1::text[], $2::text[], $3::text[], $4::bytea[]) as made (a, s, d, h)`,
    [
      ids,
      accounts.map(() => newId('ses', systemRandom)),
      devices,
      column(({ token }) => sha256(token)),
      JSON.stringify([{ method: 'password', at: '2026-11-20T12:00:00.000Z' }]),
      client,
      origin,
    ],
  );
  await sql.query('vacuum analyze accounts, devices, sessions, passwords, account_emails');
  return accounts;
}

/** Sign-in records of the last 28 days, spread over the accounts: most of one account's are somebody's failed guesses. */
export async function makeSignIns({ sql }: Bench, accounts: readonly BenchAccount[], count: number): Promise<void> {
  await sql.query(
    `insert into sign_ins (account_id, at, id, outcome, device_id, client, origin, agent, methods, aal)
     select ($1::text[])[1 + n % $4], now() - (n % 2419200) * interval '1 second' - n * interval '1 microsecond', 'sin_' || lpad(n::text, 26, '0'),
            case when n % 10 = 0 then 'signed_in' else 'wrong_password' end, ($2::text[])[1 + n % $4], $5::jsonb, $6::jsonb, 'bench', '["password"]', 'aal1'
       from generate_series(1, $3::int) as n`,
    [accounts.map(({ id }) => id), accounts.map(({ deviceId }) => deviceId), count, accounts.length, client, origin],
  );
  await sql.query('vacuum analyze sign_ins');
}
