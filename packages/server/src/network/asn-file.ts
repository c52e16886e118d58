import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import type { AsnTable } from './asn-table.ts';

/** Grows when the layout changes, so that an older file is made anew. */
const layout = 1;
const headerBytes = 512;

interface Header {
  /** Layout, byte order and data version: a file is only good for the one it names. */
  key: string;
  counts: { v4: number; v6: number; asns: number; names: number };
  sha256: string;
}

const keyOf = (version: string): string => `warder-asn ${layout} ${endianness()} ${version}`;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (array: Uint8Array | Uint32Array | BigUint64Array): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** The table as one file: a JSON header, then the arrays in descending width, so that each lies aligned. */
export function writeAsnFile(table: AsnTable, version: string): Buffer {
  const { v6Starts, v6Ends, v4Starts, v4Ends, v4Asns, v6Asns, asns, nameEnds, names } = table;
  const body = Buffer.concat([v6Starts, v6Ends, v4Starts, v4Ends, v4Asns, v6Asns, asns, nameEnds, names].map(bytesOf));
  const counts = { v4: v4Starts.length, v6: v6Starts.length, asns: asns.length, names: names.length };
  const header: Header = { key: keyOf(version), counts, sha256: sha256(body) };
  return Buffer.concat([Buffer.from(JSON.stringify(header).padEnd(headerBytes)), body]);
}

function readHeader(file: Uint8Array): Header | null {
  try {
    return JSON.parse(Buffer.from(file.subarray(0, headerBytes)).toString()) as Header;
  } catch {
    return null;
  }
}

/** The table of a file written for this version on this kind of machine; null when it is another's, cut short or damaged. */
export function readAsnFile(file: Uint8Array, version: string): AsnTable | null {
  const header = readHeader(file);
  if (header?.key !== keyOf(version) || header.sha256 !== sha256(file.subarray(headerBytes))) return null;
  // A copy, so that the arrays begin on an aligned byte.
  const { buffer } = Uint8Array.from(file.subarray(headerBytes));
  let offset = 0;
  const next = (bytes: number): number => {
    const start = offset;
    offset += bytes;
    return start;
  };
  const words = (count: number) => new Uint32Array(buffer, next(count * 4), count);
  const longs = (count: number) => new BigUint64Array(buffer, next(count * 8), count);
  const { v4, v6, asns, names } = header.counts;
  return {
    v6Starts: longs(v6),
    v6Ends: longs(v6),
    v4Starts: words(v4),
    v4Ends: words(v4),
    v4Asns: words(v4),
    v6Asns: words(v6),
    asns: words(asns),
    nameEnds: words(asns),
    names: new Uint8Array(buffer, next(names), names),
  };
}
