import type { Db } from '../db/index.ts';
import { base32, type Random } from '../kernel/ids.ts';
import { newSecret, sameBytes, sha256 } from '../kernel/secrets.ts';

export type ClientId = `cli_${string}`;

/** A host application, as it asks Warder about sessions. */
export interface HostClient {
  id: ClientId;
  name: string;
}

const idBytes = 10;

/** Makes a credential for a host; answers its secret, of which only the hash is kept. */
export async function createHostClient(db: Db, random: Random, name: string, now: Date): Promise<{ id: ClientId; secret: string }> {
  const id: ClientId = `cli_${base32(random(idBytes))}`;
  const secret = newSecret(random);
  await db
    .insertInto('clients')
    .values({ id, name, secret_hash: sha256(secret), created_at: now, revoked_at: null })
    .execute();
  return { id, secret };
}

/** The host that this credential belongs to, or null. A secret of 256 random bits needs no slow hash. */
export async function findHostClient(db: Db, id: string, secret: string): Promise<HostClient | null> {
  const row = await db
    .selectFrom('clients')
    .select(['id', 'name', 'secret_hash'])
    .where('id', '=', id as ClientId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && sameBytes(row.secret_hash, sha256(secret)) ? { id: row.id, name: row.name } : null;
}

export const listHostClients = (db: Db) =>
  db.selectFrom('clients').select(['id', 'name', 'created_at', 'revoked_at']).orderBy('created_at').execute();

/** From here on the credential is refused. False when there is none, or it was revoked before. */
export async function revokeHostClient(db: Db, id: string, now: Date): Promise<boolean> {
  const revoked = await db
    .updateTable('clients')
    .set({ revoked_at: now })
    .where('id', '=', id as ClientId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return revoked.numUpdatedRows === 1n;
}
