import { type Address, parseNetwork, v4 } from './address.ts';
import { createRangeSet } from './range-set.ts';

/**
 * Blocks whose addresses name no place on the public Internet: every row of the IANA IPv4 and IPv6 special-purpose registries
 * (RFC 6890, RFC 8190) but those that carry a public IPv4 address inside, multicast, and all of IPv6 outside the global unicast block 2000::/3.
 */
const localNetworks = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/3',
  '2001::/23',
  '2001:db8::/32',
  '2620:4f:8000::/48',
  '3fff::/20',
  '4000::/2',
  '8000::/1',
];

const local = createRangeSet(localNetworks.map((text) => parseNetwork(text)).filter((network) => network !== null));

const low32 = (value: bigint): number => Number(value & 0xffff_ffffn);

/**
 * The IPv4 address inside an IPv6 address of a transition mechanism, or the address itself: NAT64 (RFC 6052 §2.1), 6to4 (RFC 3056 §2) and
 * Teredo (RFC 4380 §4). Whoever comes through one of these chooses to, so it must not read as "local", which raises no alarm.
 */
export function withoutTunnel(address: Address): Address {
  if (address.version === 4) return address;
  const { value } = address;
  if (value >> 32n === 0x64_ff9bn << 64n) return v4(low32(value));
  if (value >> 112n === 0x2002n) return v4(low32(value >> 80n));
  if (value >> 96n === 0x2001_0000n) return v4(low32(~value));
  return address;
}

/** True when no place can be told from the address: private, carrier-shared, loopback, link-local, documentation or reserved. */
export const isLocalAddress = (address: Address): boolean => local.has(withoutTunnel(address));
