import { type ColumnType, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

/** Every table, by name. Each room adds its own through declaration merging, beside the code that uses them. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface Database {}

export type Db = Kysely<Database>;
/** Asked for by whatever takes a lock or must commit with its neighbours. */
export type Tx = Transaction<Database>;

/** A jsonb column: read as it is, written as text, for the driver would send an array as a PostgreSQL array. */
export type Json<T> = ColumnType<T, string, string>;

const int8Oid = 20;
pg.types.setTypeParser(int8Oid, Number);

const poolSize = 20;
const connectionTimeoutMs = 5_000;
const statementTimeoutMs = 15_000;

/** Opens a pool of connections under the role that may not rewrite the event log, where the database has it. */
export function openDatabase(connection: pg.ClientConfig, options: { role: string | null; onError(error: Error): void }): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    connectionTimeoutMillis: connectionTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
    application_name: 'warder',
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  });
  pool.on('error', options.onError);
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool };
}

/** The application role, or null where the database's owner could not make it or this login is no member. */
export async function findAppRole(connection: pg.ClientConfig): Promise<string | null> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query("select 1 from pg_roles where rolname = 'warder_app' and pg_has_role(current_user, oid, 'member')");
    return rows.length > 0 ? 'warder_app' : null;
  } finally {
    await client.end();
  }
}

/** True for the error that PostgreSQL raises when a unique index refuses a row. */
export const isUniqueViolation = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505';
