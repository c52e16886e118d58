import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemas } from '@warder/api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostingNetworks } from './hosting-networks.ts';
import { openAsnTable } from './open-asn-table.ts';
import { type Origins, openOrigins } from './open-origins.ts';

const directory = mkdtempSync(join(tmpdir(), 'warder-network-'));
const vector = (name: string) => fileURLToPath(new URL(`../../test-vectors/maxmind-mmdb/${name}`, import.meta.url));
const settings = { cacheDirectory: join(directory, 'cache'), lists: [] };

afterAll(() => rmSync(directory, { recursive: true }));

describe('with the shipped data', () => {
  let origins: Origins;
  beforeAll(async () => {
    origins = await openOrigins(settings);
  }, 30_000);

  test('a public address has a place, a radius, a network and a verdict with its source and age', () => {
    expect(origins.describe('8.8.8.8')).toEqual({
      ip: '8.8.8.8',
      kind: 'public',
      country: 'US',
      region: 'California',
      city: 'Mountain View',
      latitude: expect.closeTo(37.42, 1),
      longitude: expect.closeTo(-122.08, 1),
      radiusKm: 50,
      asn: 15169,
      network: 'Google LLC',
      anonymity: { kind: 'hosting', source: "Warder's list of hosting networks", asOf: '2026-11-20T00:00:00.000Z' },
    });
  });

  test.each([
    ['105.112.0.1', 'NG', 36873],
    ['126.0.0.1', 'JP', 17676],
    ['2a01:4f8::1', 'DE', 24940],
    ['2001:4860:4860::8888', 'CA', 15169],
  ])('%s is in %s on AS%i', (ip, country, asn) => {
    expect(origins.describe(ip)).toMatchObject({ kind: 'public', country, asn });
  });

  test.each(['10.0.0.1', '100.64.1.1', '127.0.0.1', '192.0.2.1', '::1', 'fe80::1', '2001:db8::1'])('%s is local, with no place', (ip) => {
    expect(origins.describe(ip)).toMatchObject({ kind: 'local', country: null, asn: null, anonymity: null });
  });

  test('text that is no address is unknown', () => {
    expect(origins.describe('<script>')).toMatchObject({ ip: '0.0.0.0', kind: 'unknown', country: null });
  });

  test('mapped IPv4 reads as IPv4, and a tunnel as the address inside, under its own address', () => {
    expect(origins.describe('::ffff:8.8.8.8')).toEqual(origins.describe('8.8.8.8'));
    expect(origins.describe('2002:808:808::1')).toEqual({ ...origins.describe('8.8.8.8'), ip: '2002:808:808::1' });
  });

  test('every address has an origin that the wire contract accepts', () => {
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (ip) => schemas.Origin.safeParse(origins.describe(ip)).success));
  });

  test('a list of the operator counts from the moment it is given, and more telling kinds win over the built-in list', () => {
    origins.useLists([{ kind: 'tor', source: 'exits', asOf: null, networks: ['8.8.8.0/24'] }]);
    expect(origins.describe('8.8.8.8').anonymity).toEqual({ kind: 'tor', source: 'exits', asOf: null });
    origins.useLists([]);
    expect(origins.describe('8.8.8.8').anonymity?.kind).toBe('hosting');
  });

  test('the pages have somebody to thank', () => {
    expect(origins.attributions.map(({ url }) => url)).toContain('https://db-ip.com');
  });
});

describe('the ASN index', () => {
  const cache = join(directory, 'asn');
  const path = join(cache, 'asn.index');

  test('gives after a restart what it gave when it was made', async () => {
    const made = await openAsnTable(cache);
    const before = statSync(path);
    expect(await openAsnTable(cache)).toEqual({ ...made, names: new Uint8Array(made.names) });
    expect(statSync(path).mtimeMs).toBe(before.mtimeMs);
  }, 30_000);

  test.each([
    ['cut short', () => truncateSync(path, 5_000_000)],
    ['emptied', () => truncateSync(path, 0)],
    [
      'damaged in one byte',
      () => {
        const bytes = readFileSync(path);
        bytes[4_000_000] = (bytes[4_000_000] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
    ],
    ['of another version', () => writeFileSync(path, readFileSync(path, 'latin1').replace(/2\.3\.\d+/, '2.2.0'.padEnd(16)), 'latin1')],
  ])(
    'is made anew when the file is %s',
    async (_name, spoil) => {
      const whole = readFileSync(path);
      spoil();
      await openAsnTable(cache);
      expect(readFileSync(path).equals(whole)).toBe(true);
    },
    30_000,
  );

  test('needs a directory that can be written, and says so', async () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    await expect(openAsnTable(join(file, 'cache'))).rejects.toThrow(/cannot be written: ENOTDIR/);
  }, 30_000);

  test('knows every network of the built-in list under the name that the list says', async () => {
    const { asns, nameEnds, names } = await openAsnTable(cache);
    const nameOf = (asn: number) => {
      const index = asns.indexOf(asn);
      return index < 0 ? '' : new TextDecoder().decode(names.subarray(nameEnds[index - 1] ?? 0, nameEnds[index]));
    };
    for (const { name, asns: listed } of hostingNetworks) {
      for (const asn of listed) expect(`AS${asn} ${nameOf(asn).toLowerCase()}`).toContain(`AS${asn} ${name.toLowerCase()}`);
    }
  });

  test('lists no network twice', () => {
    const listed = hostingNetworks.flatMap(({ asns }) => asns);
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe("with the operator's own databases", () => {
  test('place, radius and network are what they say', async () => {
    const origins = await openOrigins({ ...settings, cityDatabase: vector('GeoIP2-City-Test.mmdb'), asnDatabase: vector('GeoLite2-ASN-Test.mmdb') });
    expect(origins.describe('81.2.69.142')).toMatchObject({ country: 'GB', region: 'England', city: 'London', radiusKm: 10, asn: null });
    expect(origins.describe('1.128.0.0')).toMatchObject({ kind: 'public', country: null, asn: 1221, network: 'Telstra Pty Ltd' });
    expect(origins.describe('9.9.9.9')).toMatchObject({ kind: 'unknown', country: null, asn: null });
    expect(origins.attributions).toEqual([]);
  });

  test.each([
    ['has a wrong node count', 'GeoIP2-City-Test-Invalid-Node-Count.mmdb', /is damaged: its search tree/],
    ['holds misread numbers', 'GeoIP2-City-Test-Broken-Double-Format.mmdb', /is damaged: it holds values that cannot be/],
    ['is of another kind', 'GeoLite2-ASN-Test.mmdb', /holds "GeoLite2-ASN"/],
    ['is no database', 'SOURCE.txt', /is damaged: it has no readable MaxMind DB header/],
    ['is not there', 'missing.mmdb', /cannot be read: ENOENT/],
  ])('one that %s is refused with one sentence', async (_name, file, message) => {
    await expect(openOrigins({ ...settings, cityDatabase: vector(file) })).rejects.toThrow(message);
  });

  test('one that is cut short or overwritten is refused or read, and never fails at look-up', async () => {
    const whole = readFileSync(vector('GeoIP2-City-Test.mmdb'));
    const path = join(directory, 'spoilt.mmdb');
    const asnDatabase = vector('GeoLite2-ASN-Test.mmdb');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), async (at, byte, cut) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        writeFileSync(path, cut ? bytes.subarray(0, at) : bytes);
        const origins = await openOrigins({ ...settings, cityDatabase: path, asnDatabase }).catch((error: Error) => error.message);
        if (typeof origins === 'string') expect(origins).toContain(path);
        else
          for (const ip of ['81.2.69.142', '2.125.160.216', '67.43.156.1', '2001:218::1'])
            expect(schemas.Origin.safeParse(origins.describe(ip)).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
