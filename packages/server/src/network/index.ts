/**
 * Network: where a request comes from, and what stands in between.
 *
 * Noun: the origin of a request, estimated from the client's address.
 * States: public (something is known), local (no place can be told: private, shared, reserved), unknown (nothing is known).
 * Invariants: only a trusted proxy can influence the client's address, and none is trusted by default; a look-up never fails, a damaged
 *   database is refused at start; every verdict names its source and its age; no place is claimed without a radius.
 * Not detected: residential proxies, that is, strangers' homes and phones rented out as exits (they look like any household), VPN servers
 *   at home, and Tor unless the operator imports its list of exits. Absence of a verdict is therefore not a verdict.
 * Neighbours: imports the kernel alone; devices, signals and the HTTP layer ask it.
 */
export { type Cidr, networkKey } from './address.ts';
export {
  clientAddress,
  type Hops,
  noTrustedProxies,
  type ParsedTrustedProxies,
  parseTrustedProxies,
  type TrustedProxies,
} from './client-address.ts';
export { type ParsedNetworkList, parseNetworkList } from './network-list.ts';
export type { AnonymityKind, NetworkList, NetworkMatcher } from './network-matcher.ts';
export { type Attribution, type OriginSettings, type Origins, openOrigins } from './open-origins.ts';
