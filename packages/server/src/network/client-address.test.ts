import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkKey, noAddress } from './address.ts';
import { clientAddress, noTrustedProxies, parseTrustedProxies } from './client-address.ts';

const trusting = (text: string) => {
  const parsed = parseTrustedProxies(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.proxies;
};

describe('the client address', () => {
  const proxies = trusting('10.0.0.0/8, 2001:db8:ff::/48');
  test.each([
    ['the socket, when the peer is no proxy', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['the socket, when the proxy says nothing', '10.0.0.1', undefined, '10.0.0.1'],
    ['the first hop that is not trusted, from the right', '10.0.0.1', '1.1.1.1, 198.51.100.7, 10.9.9.9', '198.51.100.7'],
    ['the leftmost hop, when all are trusted', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['the last good hop, when an entry is no address', '10.0.0.1', '198.51.100.7, unknown, 10.0.0.2', '10.0.0.2'],
    ['the last good hop, when an entry is empty', '10.0.0.1', '198.51.100.7,', '10.0.0.1'],
    ['without its port', '10.0.0.1', '198.51.100.7:4711', '198.51.100.7'],
    ['without brackets and port', '10.0.0.1', '[2001:db8::1]:443', '2001:db8::1'],
    ['without brackets', '10.0.0.1', '[2001:db8::1]', '2001:db8::1'],
    ['IPv4 when the socket speaks mapped IPv6', '::ffff:10.0.0.1', '::ffff:198.51.100.7', '198.51.100.7'],
    ['IPv6 through an IPv6 proxy', '2001:db8:ff::1', '2001:DB8:0:0::7', '2001:db8::7'],
    ['without a zone id', 'fe80::1%eth0', '198.51.100.7', 'fe80::1'],
    ['no octal reading of an entry', '10.0.0.1', '0177.0.0.1', '10.0.0.1'],
    ['no short form of an entry', '10.0.0.1', '127.1', '10.0.0.1'],
    ['a stand-in for a peer without address', undefined, '198.51.100.7', noAddress],
  ])('is %s', (_name, socketAddress, forwardedFor, expected) => {
    expect(clientAddress({ socketAddress, forwardedFor }, proxies)).toBe(expected);
  });

  test('is the socket by default, whatever is forwarded', () => {
    expect(clientAddress({ socketAddress: '127.0.0.1', forwardedFor: '198.51.100.7' })).toBe('127.0.0.1');
  });

  const anyHeader = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ maxLength: 10 })), { maxLength: 40 }).map((hops) => hops.join(', ')),
  );

  test('is never changed by what an untrusted peer writes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), anyHeader, (socketAddress, forwardedFor) => {
        const without = clientAddress({ socketAddress, forwardedFor: undefined }, noTrustedProxies);
        expect(clientAddress({ socketAddress, forwardedFor }, noTrustedProxies)).toBe(without);
      }),
    );
  });

  test('behind a trusted proxy is what that proxy appended, whatever the client wrote before it', () => {
    fc.assert(
      fc.property(anyHeader, fc.nat({ max: 255 }), (written, last) => {
        const client = `198.51.100.${last}`;
        expect(clientAddress({ socketAddress: '10.0.0.1', forwardedFor: `${written}, ${client}` }, proxies)).toBe(client);
      }),
    );
  });
});

describe('the list of trusted proxies', () => {
  test.each(['', '  ', '10.0.0.0/8', '10.0.0.1', '::1', '10.0.0.0/8 ,2001:db8::/32\n192.0.2.1', '::ffff:10.0.0.0/104'])('accepts "%s"', (text) => {
    expect(parseTrustedProxies(text).ok).toBe(true);
  });

  test.each([
    ['10.0.0.0/8, proxy.example', 'proxy.example', /neither an address nor a network/],
    ['10.0.0.0/33', '10.0.0.0/33', /neither/],
    ['10.0.0.5/8', '10.0.0.5/8', /write 10\.0\.0\.0\/8/],
    ['0.0.0.0/0', '0.0.0.0/0', /everybody/],
    ['::/0', '::/0', /everybody/],
    ['::ffff:0:0/96', '::ffff:0:0/96', /everybody/],
    ['fe80::1%eth0', 'fe80::1%eth0', /neither/],
    ['010.0.0.1', '010.0.0.1', /neither/],
  ])('says what is wrong with "%s"', (text, wrong, reason) => {
    expect(parseTrustedProxies(text)).toMatchObject({ ok: false, wrong, reason: expect.stringMatching(reason) });
  });
});

describe('the network that attempts count against', () => {
  test.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['not an address', '0.0.0.0/24'],
  ])('of %s is %s', (ip, key) => {
    expect(networkKey(ip)).toBe(key);
  });
});
