import { type Selectable, sql } from 'kysely';
import type { Database, Db } from '../db/index.ts';
import type { DeviceEvidence } from '../devices/index.ts';
import { type AccountId, type DeviceId, newId, type Random, type SignInId } from '../kernel/ids.ts';
import type { SignIn } from './sign-in.ts';

const toSignIn = (row: Selectable<Database['sign_ins']>): SignIn => ({
  id: row.id,
  at: row.at,
  outcome: row.outcome,
  deviceId: row.device_id,
  client: row.client,
  origin: row.origin,
  agent: row.agent,
  methods: row.methods,
  aal: row.aal,
});

/** Keeps an attempt for the holder to see. Written for unknown addresses too, under an account that nobody has, so that both cost the same. */
export async function insertSignIn(
  db: Db,
  random: Random,
  accountId: AccountId,
  attempt: Pick<SignIn, 'outcome' | 'deviceId' | 'methods' | 'aal'>,
  evidence: Pick<DeviceEvidence, 'client' | 'origin' | 'agent'>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('sign_ins')
    .values({
      account_id: accountId,
      at: now,
      id: newId('sin', random),
      outcome: attempt.outcome,
      device_id: attempt.deviceId,
      client: JSON.stringify(evidence.client),
      origin: JSON.stringify(evidence.origin),
      agent: evidence.agent,
      methods: JSON.stringify(attempt.methods),
      aal: attempt.aal,
    })
    .execute();
}

export interface SignInFilter {
  since: Date;
  limit: number;
  /** Continue after this one. */
  after?: { at: string; id: SignInId } | undefined;
  outcome?: 'signed_in' | 'failed' | undefined;
  country?: string | undefined;
  deviceId?: DeviceId | undefined;
}

/** The full-precision position of a row: a millisecond is shared by several, a microsecond and an id by none. */
const position = sql<string>`to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The account's sign-ins, newest first, each with its position for the next page. */
export async function listSignIns(db: Db, accountId: AccountId, filter: SignInFilter): Promise<(SignIn & { position: string })[]> {
  const { after, outcome, country, deviceId } = filter;
  let query = db
    .selectFrom('sign_ins')
    .selectAll()
    .select(position.as('position'))
    .where('account_id', '=', accountId)
    .where('at', '>=', filter.since);
  if (after) query = query.where(sql<boolean>`(at, id) < (${after.at}::timestamptz, ${after.id})`);
  if (outcome === 'signed_in') query = query.where('outcome', '=', 'signed_in');
  if (outcome === 'failed') query = query.where('outcome', '!=', 'signed_in');
  if (country) query = query.where(sql<boolean>`origin->>'country' = ${country}`);
  if (deviceId) query = query.where('device_id', '=', deviceId);
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(filter.limit).execute();
  return rows.map((row) => ({ ...toSignIn(row), position: row.position }));
}
