import { plainText } from '../kernel/plain-text.ts';
import { type Cidr, parseNetwork } from './address.ts';

/** A list of this size holds every Tor exit and every network of the large hosters many times over. */
export const maxListCharacters = 32 * 1024 * 1024;
const maxListNetworks = 1_000_000;
const maxRejectedShown = 100;
const maxLineShown = 80;

/** Shorter prefixes than these are a slip of the pen: they would mark a good part of the Internet. */
const leastPrefix = { 4: 8, 6: 16 } as const;

export interface ParsedNetworkList {
  networks: Cidr[];
  /** The first hundred, one-based line numbers, text made harmless. */
  rejected: { line: number; text: string }[];
  rejectedCount: number;
}

/** Cuts the line at its comment. `#` and `;` both begin one, also after an address (Spamhaus writes `192.0.2.0/24 ; SBL1`). */
const withoutComment = (line: string): string => line.replace(/[#;].*$/s, '').trim();

/** The network of one line, or null. An optional second column, as in some exports, is not understood and so not accepted. */
function networkOf(entry: string): Cidr | null {
  const network = parseNetwork(entry);
  if (!network) return null;
  const prefix = Number(network.text.slice(network.text.indexOf('/') + 1));
  return prefix < leastPrefix[network.version] ? null : network.text;
}

/**
 * Reads an operator's list: one address or CIDR network a line, IPv4 and IPv6, comments after `#` or `;`, any line end, with or without
 * a byte-order mark.
 * Networks come back canonical and each once. A line that is no network is rejected, not guessed at.
 * @throws RangeError when the list is larger than {@link maxListCharacters} or holds more than {@link maxListNetworks} networks
 */
export function parseNetworkList(text: string): ParsedNetworkList {
  if (text.length > maxListCharacters) throw new RangeError(`the list is larger than ${maxListCharacters} characters`);
  const networks = new Set<Cidr>();
  const rejected: ParsedNetworkList['rejected'] = [];
  let rejectedCount = 0;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const entry = withoutComment(line);
    if (entry === '') continue;
    const network = networkOf(entry);
    if (network) networks.add(network);
    else if (++rejectedCount <= maxRejectedShown) rejected.push({ line: index + 1, text: plainText(entry, maxLineShown) ?? '' });
    if (networks.size > maxListNetworks) throw new RangeError(`the list holds more than ${maxListNetworks} networks`);
  }
  return { networks: [...networks], rejected, rejectedCount };
}
