import { plainText } from '../kernel/plain-text.ts';
import type { AsnTable } from './asn-table.ts';

/** `first,last,asn,name`, the name in quotes when it holds a comma or a quote (RFC 4180 §2). */
const row = /^(\d+),(\d+),(\d+),(?:"((?:[^"]|"")*)"|(.*))$/gm;
const maxNameLength = 100;
const networkBits = 64n;

interface Columns<T> {
  starts: T[];
  ends: T[];
  asns: number[];
}

/** Reads the rows that are in order; a row that begins inside the one before is cut to what is left of it. */
function readColumns<T extends number | bigint>(
  csv: string,
  parse: (digits: string) => T,
  next: (end: T) => T,
  names: Map<number, string>,
): Columns<T> {
  const columns: Columns<T> = { starts: [], ends: [], asns: [] };
  for (const [, first = '', last = '', asnText, quoted, bare = ''] of csv.matchAll(row)) {
    const asn = Number(asnText);
    const before = columns.ends.at(-1);
    const begin = parse(first);
    const start = before !== undefined && begin <= before ? next(before) : begin;
    const end = parse(last);
    if (end < start) continue;
    columns.starts.push(start);
    columns.ends.push(end);
    columns.asns.push(asn);
    if (!names.has(asn)) names.set(asn, plainText(quoted?.replaceAll('""', '"') ?? bare, maxNameLength) ?? '');
  }
  return columns;
}

function endsOf(parts: readonly Uint8Array[]): Uint32Array {
  const ends = new Uint32Array(parts.length);
  for (const [index, part] of parts.entries()) ends[index] = (ends[index - 1] ?? 0) + part.length;
  return ends;
}

/**
 * Makes the table from the two numeric CSV files of the ASN data.
 * @throws when a file holds no row, so that an empty download cannot silently blind the server.
 */
export function readAsnCsv(v4Csv: string, v6Csv: string): AsnTable {
  const byAsn = new Map<number, string>();
  const v4 = readColumns(v4Csv, Number, (end) => end + 1, byAsn);
  const v6 = readColumns(
    v6Csv,
    (digits) => BigInt(digits) >> networkBits,
    (end) => end + 1n,
    byAsn,
  );
  if (v4.starts.length === 0 || v6.starts.length === 0) throw new Error('the ASN data hold no networks');
  const sorted = [...byAsn].sort(([a], [b]) => a - b);
  const encoded = sorted.map(([, name]) => Buffer.from(name));
  return {
    v6Starts: BigUint64Array.from(v6.starts),
    v6Ends: BigUint64Array.from(v6.ends),
    v4Starts: Uint32Array.from(v4.starts),
    v4Ends: Uint32Array.from(v4.ends),
    v4Asns: Uint32Array.from(v4.asns),
    v6Asns: Uint32Array.from(v6.asns),
    asns: Uint32Array.from(sorted, ([asn]) => asn),
    nameEnds: endsOf(encoded),
    names: Buffer.concat(encoded),
  };
}
