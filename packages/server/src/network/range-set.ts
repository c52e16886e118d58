import type { Address, NetworkRange } from './address.ts';

/** Index of the last element that is not greater than `value`, in an ascending list; -1 when there is none. */
export function floorIndex<T extends number | bigint>(sorted: ArrayLike<T>, value: T): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Addresses covered by a set of networks. */
export interface RangeSet {
  has(address: Address): boolean;
}

/** Joins overlapping ranges, so that one binary search decides. Ascending by `first`. */
function disjoint<T extends number | bigint>(ranges: { first: T; last: T }[]): { starts: T[]; ends: T[] } {
  ranges.sort((a, b) => (a.first < b.first ? -1 : Number(a.first > b.first)));
  const starts: T[] = [];
  const ends: T[] = [];
  for (const { first, last } of ranges) {
    const end = ends.at(-1);
    if (end !== undefined && first <= end) {
      if (last > end) ends[ends.length - 1] = last;
    } else {
      starts.push(first);
      ends.push(last);
    }
  }
  return { starts, ends };
}

const covers = <T extends number | bigint>(starts: ArrayLike<T>, ends: ArrayLike<T>, value: T): boolean => {
  const index = floorIndex(starts, value);
  return index >= 0 && value <= (ends[index] as T);
};

/** Builds the set once; a look-up is one binary search. IPv4 costs 8 bytes a range. */
export function createRangeSet(ranges: Iterable<NetworkRange>): RangeSet {
  const v4: { first: number; last: number }[] = [];
  const v6: { first: bigint; last: bigint }[] = [];
  for (const range of ranges) {
    if (range.version === 4) v4.push(range);
    else v6.push(range);
  }
  const four = disjoint(v4);
  const starts = Uint32Array.from(four.starts);
  const ends = Uint32Array.from(four.ends);
  const six = disjoint(v6);
  return {
    has: (address) => (address.version === 4 ? covers(starts, ends, address.value) : covers(six.starts, six.ends, address.value)),
  };
}
