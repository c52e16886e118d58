import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress, parseNetwork } from './address.ts';
import { maxListCharacters, parseNetworkList } from './network-list.ts';
import { createNetworkMatcher } from './network-matcher.ts';
import { createRangeSet } from './range-set.ts';

describe("an operator's list", () => {
  test('may hold addresses and networks, both versions, comments, a byte-order mark and any line end', () => {
    const text = '\uFEFF# Tor exits\r\n192.0.2.1\r\n198.51.100.0/24 ; SBL1\n\n  2001:DB8::/32 # six\r;whole line\r203.0.113.9/25\n192.0.2.1\n';
    expect(parseNetworkList(text)).toEqual({
      networks: ['192.0.2.1/32', '198.51.100.0/24', '2001:db8::/32', '203.0.113.0/25'],
      rejected: [],
      rejectedCount: 0,
    });
  });

  test('names the lines that it does not understand', () => {
    const { networks, rejected } = parseNetworkList('192.0.2.1\nexample.org\n1.2.3\n1.2.3.4/33\n0.0.0.0/0\n::/0\n10.0.0.1,10.0.0.2\n');
    expect(networks).toEqual(['192.0.2.1/32']);
    expect(rejected).toEqual([
      { line: 2, text: 'example.org' },
      { line: 3, text: '1.2.3' },
      { line: 4, text: '1.2.3.4/33' },
      { line: 5, text: '0.0.0.0/0' },
      { line: 6, text: '::/0' },
      { line: 7, text: '10.0.0.1,10.0.0.2' },
    ]);
  });

  test('shows at most a hundred rejected lines, harmless and short, and counts all', () => {
    const { rejected, rejectedCount } = parseNetworkList(`\u202Eevil\u0007${'x'.repeat(500)}\n`.repeat(150));
    expect(rejectedCount).toBe(150);
    expect(rejected).toHaveLength(100);
    expect(rejected[0]?.text).toMatch(/^evil x{1,80}$/);
    expect(rejected[0]?.text.length).toBeLessThanOrEqual(80);
  });

  test('is refused when it is too large', () => {
    expect(() => parseNetworkList(' '.repeat(maxListCharacters + 1))).toThrow(RangeError);
  });

  test('is read without failing, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const network of parseNetworkList(text).networks) expect(parseNetwork(network)?.text).toBe(network);
      }),
    );
  });
});

describe('the network matcher', () => {
  const list = (kind: 'tor' | 'vpn' | 'proxy' | 'hosting', ...networks: string[]) => ({
    kind,
    source: `${kind} list`,
    asOf: '2026-11-01T00:00:00.000Z',
    networks,
  });

  test('gives the most telling kind, in whatever order the lists come', () => {
    const matcher = createNetworkMatcher([
      list('hosting', '8.0.0.0/8'),
      list('proxy', '8.8.0.0/16'),
      list('tor', '8.8.8.8/32'),
      list('vpn', '8.8.8.0/24'),
    ]);
    expect(matcher.match('8.8.8.8')).toEqual({ kind: 'tor', source: 'tor list', asOf: '2026-11-01T00:00:00.000Z' });
    expect(matcher.match('8.8.8.9')?.kind).toBe('vpn');
    expect(matcher.match('8.8.9.9')?.kind).toBe('proxy');
    expect(matcher.match('8.9.9.9')?.kind).toBe('hosting');
    expect(matcher.match('9.9.9.9')).toBeNull();
  });

  test('never marks a local address, though a list names it', () => {
    expect(createNetworkMatcher([list('tor', '10.0.0.0/8', '192.168.1.1/32')]).match('10.1.2.3')).toBeNull();
  });

  test('sees the IPv4 address through mapped IPv6 and through a tunnel', () => {
    const matcher = createNetworkMatcher([list('tor', '8.8.8.8/32')]);
    expect(['::ffff:8.8.8.8', '64:ff9b::808:808', '2002:808:808::1'].map((ip) => matcher.match(ip)?.kind)).toEqual(['tor', 'tor', 'tor']);
  });

  test('matches nothing for text that is no address', () => {
    expect(createNetworkMatcher([list('tor', '0.0.0.0/8')]).match('nonsense')).toBeNull();
  });

  test('agrees with trying each network in turn', () => {
    const network = fc.oneof(
      fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([ip, prefix]) => `${ip}/${prefix}`),
      fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })).map(([ip, prefix]) => `${ip}/${prefix}`),
    );
    const parsed = (texts: string[]) => texts.map((text) => parseNetwork(text)).filter((range) => range !== null);
    fc.assert(
      fc.property(fc.array(network, { maxLength: 30 }), fc.oneof(fc.ipV4(), fc.ipV6()), (texts, ip) => {
        const address = parseAddress(ip);
        if (!address) return;
        const ranges = parsed(texts);
        const ends = ranges.flatMap(({ version, first, last }) => (version === address.version ? [first, last] : []));
        for (const value of [address.value, ...ends]) {
          const asked = { ...address, value } as typeof address;
          const expected = ranges.some(({ version, first, last }) => version === address.version && first <= value && value <= last);
          expect(createRangeSet(ranges).has(asked)).toBe(expected);
        }
      }),
    );
  });
});
