import type { Anonymity, Origin } from '@warder/api';
import { type Address, noAddress, parseAddress } from './address.ts';
import type { Network } from './asn-table.ts';
import { anonymityOfAsn } from './hosting-networks.ts';
import { kindsByWeight, type NetworkMatcher } from './network-matcher.ts';
import { noPlace, type Place } from './place.ts';
import { isLocalAddress, withoutTunnel } from './special-addresses.ts';

/** What is known about addresses. Each look-up is total. */
export interface OriginSources {
  placeOf(address: Address): Place;
  networkOf(address: Address): Network | null;
  matcher: NetworkMatcher;
}

const nothingKnown = { ...noPlace, asn: null, network: null, anonymity: null };

/** The more telling of two verdicts; the operator's list before the built-in one when they are alike. */
const moreTelling = (listed: Anonymity | null, builtIn: Anonymity | null): Anonymity | null => {
  if (!listed || !builtIn) return listed ?? builtIn;
  return kindsByWeight.indexOf(listed.kind) <= kindsByWeight.indexOf(builtIn.kind) ? listed : builtIn;
};

/**
 * Where an address is, who runs its network, and whether a machine stands in between. Total: text that is no address is `unknown`,
 * and so is a public address about which no source knows anything. Addresses of NAT64, 6to4 and Teredo are judged by the IPv4 address inside.
 */
export function describeOrigin(ip: string, sources: OriginSources): Origin {
  const address = parseAddress(ip);
  if (!address) return { ip: noAddress, kind: 'unknown', ...nothingKnown };
  if (isLocalAddress(address)) return { ip: address.text, kind: 'local', ...nothingKnown };
  const bare = withoutTunnel(address);
  const place = sources.placeOf(bare);
  const network = sources.networkOf(bare);
  return {
    ip: address.text,
    kind: place.country === null && network === null ? 'unknown' : 'public',
    ...place,
    asn: network?.asn ?? null,
    network: network?.name ?? null,
    anonymity: moreTelling(sources.matcher.matchAddress(address), network && anonymityOfAsn(network.asn)),
  };
}
