import type { Address } from './address.ts';
import { floorIndex } from './range-set.ts';

/** Who announces an address to the Internet. */
export interface Network {
  asn: number;
  name: string | null;
}

/**
 * Address ranges with the number of their autonomous system, as flat arrays: about 11 MB for the whole Internet, where objects take 100.
 * IPv6 is told apart by /64, the finest network that a route is chosen by.
 */
export interface AsnTable {
  v6Starts: BigUint64Array;
  v6Ends: BigUint64Array;
  v4Starts: Uint32Array;
  v4Ends: Uint32Array;
  v4Asns: Uint32Array;
  v6Asns: Uint32Array;
  /** Ascending; `nameEnds[i]` is where the name of `asns[i]` ends in `names`. */
  asns: Uint32Array;
  nameEnds: Uint32Array;
  names: Uint8Array;
}

const networkBits = 64n;
const decoder = new TextDecoder();

/** The network of an address, or null when nobody announces it. */
export function findNetwork(table: AsnTable, address: Address): Network | null {
  const asn =
    address.version === 4
      ? valueAt(table.v4Starts, table.v4Ends, table.v4Asns, address.value)
      : valueAt(table.v6Starts, table.v6Ends, table.v6Asns, address.value >> networkBits);
  return asn === null ? null : { asn, name: nameOf(table, asn) };
}

function valueAt<T extends number | bigint>(starts: ArrayLike<T>, ends: ArrayLike<T>, values: Uint32Array, at: T): number | null {
  const index = floorIndex(starts, at);
  return index >= 0 && at <= (ends[index] as T) ? (values[index] as number) : null;
}

function nameOf({ asns, nameEnds, names }: AsnTable, asn: number): string | null {
  const index = floorIndex(asns, asn);
  if (asns[index] !== asn) return null;
  return decoder.decode(names.subarray(nameEnds[index - 1] ?? 0, nameEnds[index])) || null;
}
