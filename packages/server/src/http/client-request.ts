import type { FastifyRequest } from 'fastify';
import { clientAddress, type TrustedProxies } from '../network/index.ts';

/** The client's address, which only a configured proxy can influence. */
export const addressOf = (request: FastifyRequest, trustedProxies: TrustedProxies): string => {
  const forwarded = request.headers['x-forwarded-for'];
  return clientAddress(
    { socketAddress: request.socket.remoteAddress, forwardedFor: Array.isArray(forwarded) ? forwarded.join(',') : forwarded },
    trustedProxies,
  );
};

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else looks at the request. */
    clientIp: string;
  }
}
