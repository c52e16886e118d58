import type { Anonymity } from '@warder/api';

/** The day on which every row was last compared with the registries. */
const hostingNetworksAsOf = '2026-11-20T00:00:00.000Z';
const hostingNetworksSource = "Warder's list of hosting networks";

/**
 * Autonomous systems where no household and no phone has its address, so that a sign-in from there comes through a machine in between.
 * Kept short on purpose: networks that also sell access to people or offices (telephone companies, Cogent, Zscaler) are left out,
 * since a wrong verdict costs trust. `name` begins the registered name, which a test compares with the shipped ASN data.
 */
interface HostingNetwork {
  kind: 'vpn' | 'proxy' | 'hosting';
  name: string;
  asns: readonly number[];
}

export const hostingNetworks: readonly HostingNetwork[] = [
  { kind: 'vpn', name: '31173 Services', asns: [39351, 49399, 214813] },
  { kind: 'vpn', name: 'Mullvad VPN', asns: [216025] },
  { kind: 'vpn', name: 'Proton AG', asns: [199218, 209103] },
  { kind: 'vpn', name: 'PacketHub', asns: [136787, 141039, 147049, 207137] },
  { kind: 'vpn', name: 'Cyberzone', asns: [209854] },
  { kind: 'vpn', name: 'Windscribe', asns: [397540] },
  { kind: 'vpn', name: 'IVPN', asns: [203619] },
  // WARP and the exits of iCloud Private Relay.
  { kind: 'proxy', name: 'Cloudflare', asns: [13335] },
  { kind: 'proxy', name: 'Akamai', asns: [36183] },
  { kind: 'proxy', name: 'Fastly', asns: [54113] },
  { kind: 'hosting', name: 'Amazon', asns: [8987, 14618, 16509] },
  { kind: 'hosting', name: 'Google', asns: [15169, 396982] },
  { kind: 'hosting', name: 'Microsoft', asns: [8075] },
  { kind: 'hosting', name: 'Oracle', asns: [31898] },
  { kind: 'hosting', name: 'IBM Cloud', asns: [36351] },
  { kind: 'hosting', name: 'Alibaba', asns: [45102] },
  { kind: 'hosting', name: 'Hangzhou Alibaba', asns: [37963] },
  { kind: 'hosting', name: 'Shenzhen Tencent', asns: [45090, 132203] },
  { kind: 'hosting', name: 'Huawei Cloud', asns: [55990] },
  { kind: 'hosting', name: 'HUAWEI INTERNATIONAL', asns: [136907] },
  { kind: 'hosting', name: 'Hetzner', asns: [24940, 212317, 213230, 215859] },
  { kind: 'hosting', name: 'OVH', asns: [16276, 35540] },
  { kind: 'hosting', name: 'DigitalOcean', asns: [14061, 46652, 393406] },
  { kind: 'hosting', name: 'Linode', asns: [48337] },
  { kind: 'hosting', name: 'Akamai', asns: [20940, 63949] },
  // Vultr.
  { kind: 'hosting', name: 'The Constant Company', asns: [20473] },
  { kind: 'hosting', name: 'M247', asns: [9009, 16247, 51332] },
  // CDN77.
  { kind: 'hosting', name: 'Datacamp', asns: [60068, 211612, 212238] },
  { kind: 'hosting', name: 'Leaseweb', asns: [7203, 16265, 28753, 30633, 59253, 60781, 133752, 205544, 394380, 395954] },
  { kind: 'hosting', name: 'Scaleway', asns: [12876, 29447, 54265] },
  { kind: 'hosting', name: 'Contabo', asns: [40021, 51167, 141995] },
  { kind: 'hosting', name: 'netcup', asns: [197540, 214996] },
  { kind: 'hosting', name: 'Hostinger', asns: [47583] },
  { kind: 'hosting', name: 'IONOS', asns: [8560] },
  { kind: 'hosting', name: 'UpCloud', asns: [25697, 202053] },
  { kind: 'hosting', name: 'Kamatera', asns: [36007, 41436, 64022, 204548, 210329] },
  { kind: 'hosting', name: 'G-Core', asns: [59245, 199524, 202422, 210559] },
  { kind: 'hosting', name: 'WorldStream', asns: [49981] },
  { kind: 'hosting', name: 'Clouvider', asns: [62240] },
  { kind: 'hosting', name: 'Zenlayer', asns: [4229, 21859] },
  { kind: 'hosting', name: 'QuadraNet', asns: [8100] },
  { kind: 'hosting', name: 'Psychz', asns: [40676] },
  { kind: 'hosting', name: 'HostPapa', asns: [36352] },
  { kind: 'hosting', name: 'FranTech', asns: [53667] },
  { kind: 'hosting', name: 'HostRoyale', asns: [133499, 134450, 203020, 207990] },
  { kind: 'hosting', name: 'Packet Host', asns: [54825] },
  { kind: 'hosting', name: 'Latitude.sh', asns: [396356] },
  { kind: 'hosting', name: 'HOSTKEY', asns: [57043, 395839] },
  { kind: 'hosting', name: 'Private Layer', asns: [51852] },
  { kind: 'hosting', name: 'AEZA', asns: [210644, 216246] },
];

const byAsn: ReadonlyMap<number, Anonymity> = new Map(
  hostingNetworks.flatMap(({ kind, asns }) =>
    asns.map((asn): [number, Anonymity] => [asn, { kind, source: hostingNetworksSource, asOf: hostingNetworksAsOf }]),
  ),
);

/** The built-in verdict on an autonomous system, or null when the list does not name it. */
export const anonymityOfAsn = (asn: number): Anonymity | null => byAsn.get(asn) ?? null;
