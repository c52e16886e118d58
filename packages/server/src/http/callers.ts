import type { EndpointKey, endpoints } from '@warder/api';
import type { FastifyRequest } from 'fastify';

/** Who calls, by the `auth` of an endpoint. Each room that can vouch for a kind of caller adds it through declaration merging. */
export interface Callers {
  none: null;
}

/** Each lets the caller in and says who it is, or throws the problem that the caller is told. */
export type Guards = { [A in keyof Callers]: (request: FastifyRequest) => Promise<Callers[A]> };

type AuthOf<K extends EndpointKey> = (typeof endpoints)[K]['auth'];
export type CallerOf<K extends EndpointKey> = AuthOf<K> extends keyof Callers ? Callers[AuthOf<K>] : never;
