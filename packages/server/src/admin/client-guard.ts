import type { FastifyRequest } from 'fastify';
import type { Ground } from '../ground.ts';
import { problem } from '../kernel/problem.ts';
import { findHostClient, type HostClient } from './host-client.ts';

declare module '../http/callers.ts' {
  interface Callers {
    client: HostClient;
  }
}

const maxHeaderLength = 500;

/** RFC 6749 §2.3.1: both parts are form-encoded before they are joined and base64-encoded. */
function readBasic(authorization: string | undefined): { id: string; secret: string } | null {
  const encoded = authorization && authorization.length <= maxHeaderLength ? /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1] : undefined;
  const [, id, secret] = /^([^:]+):(.+)$/.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  if (id === undefined || secret === undefined) return null;
  try {
    return { id: decodeURIComponent(id.replaceAll('+', ' ')), secret: decodeURIComponent(secret.replaceAll('+', ' ')) };
  } catch {
    return null;
  }
}

/** Lets in a host by its credential. @throws `invalid-client` @see RFC 7662 §2.1 */
export function createClientGuard({ db }: Ground): (request: FastifyRequest) => Promise<HostClient> {
  return async (request) => {
    const given = readBasic(request.headers.authorization);
    const client = given && (await findHostClient(db, given.id, given.secret));
    if (!client) throw problem('invalid-client');
    return client;
  };
}
