import { noAddress, parseAddress, parseNetwork } from './address.ts';
import { createRangeSet, type RangeSet } from './range-set.ts';

/** The proxies whose word about the hop before them is believed. */
export type TrustedProxies = RangeSet;

/** The default: nobody's word is believed, the socket's address is the client's. */
export const noTrustedProxies: TrustedProxies = createRangeSet([]);

/** What a request says of where it came from: the socket's peer, and the `X-Forwarded-For` header with its lines joined by commas. */
export interface Hops {
  socketAddress: string | undefined;
  forwardedFor: string | undefined;
}

/** `192.0.2.1`, `192.0.2.1:443`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:443`. */
function parseHop(text: string) {
  const bracketed = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1];
  const withPort = /^([\d.]+):\d{1,5}$/.exec(text)?.[1];
  return parseAddress(bracketed ?? withPort ?? text);
}

/**
 * The client's address, which nobody but a trusted proxy can influence. Starting at the socket, each trusted hop is asked who came before it;
 * the first hop that is not trusted is the client. An entry that is no address ends the walk at the last good one. `Forwarded` and
 * `X-Real-IP` are never read: two headers that may disagree are a way around one that is checked.
 */
export function clientAddress({ socketAddress, forwardedFor }: Hops, trustedProxies: TrustedProxies = noTrustedProxies): string {
  let client = parseAddress(socketAddress ?? '');
  if (!client) return noAddress;
  const entries = forwardedFor?.split(',') ?? [];
  while (entries.length > 0 && trustedProxies.has(client)) {
    const before = parseHop((entries.pop() ?? '').trim());
    if (!before) break;
    client = before;
  }
  return client.text;
}

export type ParsedTrustedProxies = { ok: true; proxies: TrustedProxies } | { ok: false; wrong: string; reason: string };

const wrongWith = (part: string): string | null => {
  const network = parseNetwork(part);
  if (!network) return 'is neither an address nor a network such as 10.0.0.0/8';
  if (network.text.endsWith('/0')) return 'would let everybody choose the address they appear to come from';
  const given = parseAddress(part.split('/')[0] ?? '');
  if (given && given.value !== network.first) return `has address bits set after its prefix; write ${network.text}`;
  return null;
};

/** Reads the operator's list of trusted proxies (addresses and CIDR networks, parted by commas or spaces), or says which part is wrong and why. */
export function parseTrustedProxies(text: string): ParsedTrustedProxies {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  for (const part of parts) {
    const reason = wrongWith(part);
    if (reason) return { ok: false, wrong: part, reason };
  }
  return { ok: true, proxies: createRangeSet(parts.map((part) => parseNetwork(part)).filter((network) => network !== null)) };
}
