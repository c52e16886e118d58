import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAddress, parseNetwork, v4Text, v6Text } from './address.ts';
import { isLocalAddress, withoutTunnel } from './special-addresses.ts';

const isLocal = (text: string): boolean => {
  const address = parseAddress(text);
  if (!address) throw new Error(`no address: ${text}`);
  return isLocalAddress(address);
};

/** Registry rows: the block is the first column, with footnote marks, and sometimes two blocks in quotes. */
const registry = (version: 4 | 6): string[] =>
  readFileSync(new URL(`../../test-vectors/iana-special-registries/iana-ipv${version}-special-registry-1.csv`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => line.match(/^"?((?:[\da-f.:]+\/\d+(?: \[\d+\])?(?:, )?)+)/)?.[1]?.match(/[\da-f.:]+\/\d+/g) ?? []);

/** They carry a public IPv4 address, and so read as that address does. */
const tunnels = new Set(['64:ff9b::/96', '2001::/32', '2002::/16', '::ffff:0:0/96']);
/** Holds Teredo, which is its own row. */
const around = new Set(['2001::/23']);

describe('the special-purpose registries of IANA', () => {
  test('are read whole', () => {
    expect(registry(4)).toHaveLength(26);
    expect(registry(6)).toHaveLength(25);
  });

  test.each([...registry(4), ...registry(6)].filter((block) => !tunnels.has(block)))(
    '%s reads as local from its first to its last address',
    (block) => {
      const range = parseNetwork(block);
      if (!range) throw new Error(`no network: ${block}`);
      const text = (value: number | bigint) => (typeof value === 'number' ? v4Text(value) : v6Text(value));
      if (!around.has(block)) expect(isLocal(text(range.first))).toBe(true);
      expect(isLocal(text(range.last))).toBe(true);
    },
  );
});

test.each([
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.0',
  '172.32.0.1',
  '192.0.1.1',
  '198.20.0.1',
  '223.255.255.255',
  '2001:4860::8888',
  '2606:4700::1',
  '2a00::1',
])('%s is not local', (ip) => {
  expect(isLocal(ip)).toBe(false);
});

test.each(['224.0.0.1', 'ff02::1', 'fec0::1', '::1', '::ffff:192.168.1.1', '4000::1', 'fe80::1%eth0'])('%s is local', (ip) => {
  expect(isLocal(ip)).toBe(true);
});

describe('an address of a transition mechanism reads as the IPv4 address inside', () => {
  test.each([
    ['NAT64', '64:ff9b::8.8.8.8', '8.8.8.8'],
    ['6to4', '2002:808:808::1', '8.8.8.8'],
    // RFC 4380 §4: the client's address is written with all bits inverted.
    ['Teredo', '2001:0:4136:e378:8000:63bf:f7f7:f7f7', '8.8.8.8'],
    ['none', '2001:4860::1', '2001:4860::1'],
  ])('%s', (_name, text, inside) => {
    const address = parseAddress(text);
    expect(address && withoutTunnel(address).text).toBe(inside);
  });

  test('so a private one is local and a public one is not', () => {
    expect(isLocal('2002:a00:1::1')).toBe(true);
    expect(isLocal('2002:808:808::1')).toBe(false);
  });
});
