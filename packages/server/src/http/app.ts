import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { problem } from '../kernel/problem.ts';
import { networkKey, type TrustedProxies } from '../network/index.ts';
import { addressOf } from './client-request.ts';
import { refuseCrossSite } from './cross-site.ts';
import { problemHandler } from './problem-response.ts';

const bodyLimitBytes = 64 * 1024;
const requestTimeoutMs = 30_000;
/** Far above what a page needs; keeps one network from filling the queue. Guessing has tighter budgets of its own. */
const requestsPerMinute = 3_000;
const hstsSeconds = 2 * 365 * 24 * 3600;

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

export interface AppSettings {
  publicUrl: string;
  trustedProxies: TrustedProxies;
  version: string;
  log: Logger;
}

/**
 * The HTTP server with what holds for every route: the client's address, security headers, refusal of cross-site requests, limits,
 * problem details for every error. Rooms add their routes.
 */
export async function createApp({ publicUrl, trustedProxies, version, log }: AppSettings): Promise<FastifyInstance> {
  const answerProblem = problemHandler(publicUrl);
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    // A path that cannot be decoded never reaches the routes, nor their error handler.
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  }) as unknown as FastifyInstance;
  app.decorateRequest('clientIp', '');
  app.decorateRequest('caller', undefined);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler(answerProblem);

  app.addHook('onRequest', async (request) => {
    request.clientIp = addressOf(request, trustedProxies);
  });
  app.addHook('onRequest', refuseCrossSite(new URL(publicUrl).origin));
  await app.register(helmet, {
    contentSecurityPolicy,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: hstsSeconds, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: bodyLimitBytes });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => networkKey(request.clientIp),
    errorResponseBuilder: (_request, { ttl }) => problem('too-many-attempts', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Warder',
        version,
        description: 'Account security beside an application. Errors are RFC 9457 problem details.',
        license: { name: 'Apache-2.0' },
      },
      servers: [{ url: publicUrl }],
    },
    transform: jsonSchemaTransform,
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/v1/') || request.url.startsWith('/oauth/')) reply.header('cache-control', 'no-store');
  });
  return app;
}
