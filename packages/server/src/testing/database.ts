import pg from 'pg';
import { inject } from 'vitest';

let cloned = 0;

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client(inject('postgres').admin);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own for a test file: a copy of the migrated template, on the real server. */
export async function cloneDatabase(): Promise<{ connection: pg.ClientConfig; drop(): Promise<void> }> {
  const { admin, owner, template } = inject('postgres');
  cloned += 1;
  const name = `warder_test_${process.pid}_${cloned}`;
  await asAdmin(`create database ${name} template ${template}${owner ? ` owner ${owner}` : ''}`);
  const connection = admin.connectionString
    ? { connectionString: Object.assign(new URL(admin.connectionString), { pathname: `/${name}` }).href }
    : { ...admin, ...(owner && { user: owner }), database: name };
  return { connection, drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}
