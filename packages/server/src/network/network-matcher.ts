import type { Anonymity } from '@warder/api';
import { type Address, type Cidr, parseAddress, parseNetwork } from './address.ts';
import { createRangeSet } from './range-set.ts';
import { isLocalAddress, withoutTunnel } from './special-addresses.ts';

export type AnonymityKind = Anonymity['kind'];

/** Networks of one kind that one source named at one time. */
export interface NetworkList {
  kind: AnonymityKind;
  source: string;
  /** RFC 3339, or null when the source does not say. */
  asOf: string | null;
  networks: readonly Cidr[];
}

/** Says which list, if any, names an address. */
export interface NetworkMatcher {
  /** Total: text that is no address, and local addresses, match nothing. */
  match(ip: string): Anonymity | null;
  matchAddress(address: Address): Anonymity | null;
}

/** Most telling first: a Tor exit in a hosting network is a Tor exit. */
export const kindsByWeight: readonly AnonymityKind[] = ['tor', 'vpn', 'proxy', 'hosting'];

/** Builds the look-up once; the most telling kind wins, then the list given first. Networks that do not parse are passed over. */
export function createNetworkMatcher(lists: readonly NetworkList[]): NetworkMatcher {
  const ranked = lists
    .toSorted((a, b) => kindsByWeight.indexOf(a.kind) - kindsByWeight.indexOf(b.kind))
    .map(({ kind, source, asOf, networks }) => ({
      verdict: { kind, source, asOf },
      set: createRangeSet(networks.map((network) => parseNetwork(network)).filter((range) => range !== null)),
    }));
  const matchAddress = (address: Address): Anonymity | null => {
    const bare = withoutTunnel(address);
    if (isLocalAddress(bare)) return null;
    return ranked.find(({ set }) => set.has(address) || set.has(bare))?.verdict ?? null;
  };
  return {
    matchAddress,
    match(ip) {
      const address = parseAddress(ip);
      return address && matchAddress(address);
    },
  };
}
