import { type Endpoint, type EndpointKey, endpoints, type Handled } from '@warder/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallerOf, Callers, Guards } from './callers.ts';

/** One call of an endpoint: its parts as the contract's schemas read them, and who calls. */
export type ServedCall<K extends EndpointKey> = Omit<Handled<K>, 'response'> & { caller: CallerOf<K>; request: FastifyRequest; reply: FastifyReply };

/** Puts an endpoint of the contract into service. Validation, authentication, status and documentation come from the contract. */
export type Serve = <K extends EndpointKey>(key: K, handle: (call: ServedCall<K>) => Promise<Answer<K>>) => void;

type Answer<K extends EndpointKey> = Handled<K>['response'] extends undefined ? void : Handled<K>['response'];

const tagOf = (url: string): string => url.split('/').at(url.startsWith('/v1/') ? 2 : 1) ?? '';

function schemaOf({ summary, params, query, body, response, status }: Endpoint, url: string) {
  return {
    summary,
    tags: [tagOf(url)],
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    ...(response && { response: { [status]: response } }),
  };
}

/** Makes the one way in which rooms serve what the contract promises. The caller is let in before the handler runs, and never by the handler. */
export const createServe =
  (app: FastifyInstance, guards: Guards): Serve =>
  (key, handle) => {
    const endpoint: Endpoint = endpoints[key];
    const [method, url] = key.split(' ') as [string, string];
    app.route({
      method,
      url,
      schema: schemaOf(endpoint, url),
      config: { auth: endpoint.auth, ...(endpoint.auth === 'client' && { rateLimit: false }) },
      async preValidation(request) {
        request.caller = await guards[endpoint.auth as keyof Callers](request);
      },
      async handler(request, reply) {
        const { params, query, body, caller } = request;
        const answer = await handle({ params, query, body, caller, request, reply } as never);
        return reply.code(endpoint.status).send(endpoint.status === 204 ? undefined : answer);
      },
    });
  };

declare module 'fastify' {
  interface FastifyRequest {
    caller: Callers[keyof Callers] | undefined;
  }
  interface FastifyContextConfig {
    auth?: Endpoint['auth'];
  }
}
