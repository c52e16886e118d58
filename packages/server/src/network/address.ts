import ipaddr from 'ipaddr.js';

/** An IP address in its one canonical form, with its value as a number of 32 bits or a bigint of 128. */
export type Address = { version: 4; text: string; value: number } | { version: 6; text: string; value: bigint };

/** A network in canonical text, host bits cleared: `10.0.0.0/8`, `2001:db8::/32`. */
export type Cidr = string;

/** A network as the first and the last of its addresses. */
export type NetworkRange = { version: 4; first: number; last: number; text: Cidr } | { version: 6; first: bigint; last: bigint; text: Cidr };

/** Stands for a peer that has no IP address, such as a Unix socket. "This host on this network" (RFC 1122 §3.2.1.3): reads as local. */
export const noAddress = '0.0.0.0';

/** Longest text of an IPv6 address with a zone id; anything longer is not looked at. */
const maxLength = 80;
const mappedPrefix = 96;

export const v4Text = (value: number): string => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.');

const v4Value = (octets: readonly number[]): number => octets.reduce((sum, octet) => sum * 256 + octet, 0);

export const v6Text = (value: bigint): string =>
  new ipaddr.IPv6(Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - 16 * index)) & 0xffffn))).toRFC5952String();

const v6Value = (parts: readonly number[]): bigint => parts.reduce((sum, part) => (sum << 16n) | BigInt(part), 0n);

const fourParts = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;

/** Read here and not by the library: lists hold hundreds of thousands of these, and this is six times as fast. */
function parseV4(text: string): number | null {
  const octets = fourParts.exec(text)?.slice(1).map(Number);
  return octets?.every((octet) => octet <= 255) ? v4Value(octets) : null;
}

/**
 * Reads an address, or answers null. IPv4 is four decimal parts and nothing else (no octal, no `127.1`); an IPv4-mapped IPv6 address
 * (RFC 4291 §2.5.5.2) becomes its IPv4 address; a zone id (RFC 4007 §11) is dropped, since it means something on one host only.
 */
export function parseAddress(text: string): Address | null {
  if (text.length > maxLength) return null;
  const value = parseV4(text);
  if (value !== null) return v4(value);
  if (!text.includes(':') || !ipaddr.IPv6.isValid(text)) return null;
  const address = ipaddr.IPv6.parse(text);
  if (address.isIPv4MappedAddress()) return v4(v4Value(address.toIPv4Address().octets));
  return v6(v6Value(address.parts));
}

export const v4 = (value: number): Address => ({ version: 4, text: v4Text(value), value });
export const v6 = (value: bigint): Address => ({ version: 6, text: v6Text(value), value });

function rangeOf(address: Address, prefix: number): NetworkRange {
  if (address.version === 4) {
    const size = 2 ** (32 - prefix);
    const first = Math.floor(address.value / size) * size;
    return { version: 4, first, last: first + size - 1, text: `${v4Text(first)}/${prefix}` };
  }
  const hostBits = BigInt(128 - prefix);
  const first = (address.value >> hostBits) << hostBits;
  return { version: 6, first, last: first + (1n << hostBits) - 1n, text: `${v6Text(first)}/${prefix}` };
}

/** Reads `address` or `address/prefix`, or answers null. Host bits are cleared; a mapped IPv4 network becomes its IPv4 network. */
export function parseNetwork(text: string): NetworkRange | null {
  const [, host, prefixText] = /^([^/]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? [];
  const address = host === undefined ? null : parseAddress(host);
  if (!address || host?.includes('%')) return null;
  const mapped = address.version === 4 && host?.includes(':') === true;
  const width = address.version === 4 ? 32 : 128;
  const prefix = prefixText === undefined ? width : Number(prefixText) - (mapped ? mappedPrefix : 0);
  return prefix < 0 || prefix > width ? null : rangeOf(address, prefix);
}

const throttledPrefix = { 4: 24, 6: 64 } as const;

/** The network that a sign-in attempt counts against (ACC-5): the IPv4 /24 or IPv6 /64 around an address. Total: what is no address shares one key. */
export function networkKey(ip: string): Cidr {
  const address = parseAddress(ip) ?? v4(0);
  return rangeOf(address, throttledPrefix[address.version]).text;
}
