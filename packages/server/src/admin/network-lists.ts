import type { Db } from '../db/index.ts';
import { type AnonymityKind, type NetworkList, type ParsedNetworkList, parseNetworkList } from '../network/index.ts';

export interface ImportedList {
  name: string;
  kind: AnonymityKind;
  source: string;
  asOf: Date;
  text: string;
}

/** Takes an operator's list in, in the place of one of the same name. Running nodes use it within a minute. @throws RangeError when it is too large */
export async function importNetworkList(db: Db, { name, kind, source, asOf, text }: ImportedList, now: Date): Promise<ParsedNetworkList> {
  const parsed = parseNetworkList(text);
  if (parsed.networks.length === 0) return parsed;
  const values = { kind, source, as_of: asOf, imported_at: now, networks: parsed.networks.join('\n') };
  await db
    .insertInto('network_lists')
    .values({ name, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
  return parsed;
}

export const listNetworkLists = (db: Db) =>
  db.selectFrom('network_lists').select(['name', 'kind', 'source', 'as_of', 'imported_at']).orderBy('name').execute();

export async function removeNetworkList(db: Db, name: string): Promise<boolean> {
  const removed = await db.deleteFrom('network_lists').where('name', '=', name).executeTakeFirst();
  return removed.numDeletedRows === 1n;
}

/** The lists as the look-up uses them. */
export async function readNetworkLists(db: Db): Promise<NetworkList[]> {
  const rows = await db.selectFrom('network_lists').selectAll().orderBy('name').execute();
  return rows.map(({ kind, source, as_of, networks }) => ({
    kind,
    source,
    asOf: as_of.toISOString(),
    networks: networks.split('\n') as NetworkList['networks'],
  }));
}

/** Changes whenever a list does: cheap to ask for, so that nodes notice an import. */
export async function networkListsVersion(db: Db): Promise<string> {
  const row = await db
    .selectFrom('network_lists')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('imported_at').as('newest')])
    .executeTakeFirstOrThrow();
  return `${row.count} ${row.newest?.toISOString() ?? ''}`;
}
