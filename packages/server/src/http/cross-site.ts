import type { FastifyRequest } from 'fastify';
import { problem } from '../kernel/problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for a method that changes nothing (RFC 9110 §9.2.1). */
export const isSafe = (method: string): boolean => safe.has(method);

/**
 * Refuses an unsafe request that a browser sends on behalf of another site, signed in or not: signing somebody in to another's account is an attack too.
 * A program that is no browser sends neither header and passes.
 * @throws `cross-site-request`
 * @see OWASP ASVS 5.0 §3.5.1
 */
export const refuseCrossSite =
  (publicOrigin: string) =>
  async ({ method, headers }: FastifyRequest): Promise<void> => {
    if (isSafe(method)) return;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('cross-site-request');
    if (headers.origin !== undefined && headers.origin !== publicOrigin) {
      throw problem('cross-site-request', { detail: `This server answers for ${publicOrigin} (WARDER_PUBLIC_URL).` });
    }
  };
