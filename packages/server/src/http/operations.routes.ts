import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const bucketsSeconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const readyTimeoutMs = 2_000;

export interface Operations {
  /** Asks what readiness depends on; throws when Warder cannot serve. */
  checkReady(): Promise<void>;
  /** Figures read at the time of asking. */
  readGauges(): Promise<{ deadLetters: number }>;
}

async function isReady({ checkReady }: Operations): Promise<boolean> {
  const timeout = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => timeout.resolve(false), readyTimeoutMs);
  const ready = checkReady().then(
    () => true,
    () => false,
  );
  return Promise.race([ready, timeout.promise]).finally(() => clearTimeout(timer));
}

/** Health, readiness and Prometheus metrics, for the operator's probes. They say nothing about any account. */
export function operationsRoutes(app: FastifyInstance, operations: Operations): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'warder_' });
  const durations = new Histogram({
    name: 'warder_http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: bucketsSeconds,
    registers: [registry],
  });
  const problems = new Counter({
    name: 'warder_http_errors_total',
    help: 'Answers with a status of 500 or more',
    labelNames: ['route'],
    registers: [registry],
  });
  const deadLetters = new Gauge({ name: 'warder_dead_letters', help: 'Notifications that were given up', registers: [registry] });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) problems.inc({ route });
  });

  const schema = (summary: string) => ({ summary, tags: ['operations'] });
  const config = { rateLimit: false as const };
  app.get('/health/live', { schema: schema('The process runs'), config }, async () => ({ status: 'live' }));
  app.get('/health/ready', { schema: schema('Requests can be served'), config }, async (_request, reply) => {
    const ready = await isReady(operations);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready' });
  });
  app.get('/metrics', { schema: schema('Prometheus metrics'), config }, async (_request, reply) => {
    deadLetters.set((await operations.readGauges().catch(() => ({ deadLetters: Number.NaN }))).deadLetters);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  app.get('/openapi.json', { schema: schema('This description (OpenAPI 3.1)'), config }, async () => app.swagger());
}
