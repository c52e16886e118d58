import { createServer } from 'node:http';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import fastify from 'fastify';
import pg from 'pg';

/** A peer under the same load, on the same machine and database server. */
export interface Peer {
  url: string;
  stop(): Promise<void>;
}

/** The floor: what the HTTP server costs when it does nothing. */
export async function startBareFastify(): Promise<Peer> {
  const app = fastify();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post('/oauth/introspect', async () => ({ active: true }));
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), stop: () => app.close() };
}

/** Better Auth with its own session check, reading its database each time as Warder does: its cookie cache could not see a revocation. */
export async function startBetterAuth(admin: pg.ClientConfig): Promise<Peer & { cookies: string[] }> {
  const client = new pg.Client(admin);
  await client.connect();
  await client.query('create database better_auth');
  await client.end();
  const pool = new pg.Pool({ ...admin, database: 'better_auth', max: 20 });
  const options = {
    database: pool,
    secret: 'a key for measuring that is long enough',
    baseURL: 'http://localhost',
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  };
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
  const auth = betterAuth(options);
  const cookies: string[] = [];
  for (let index = 0; index < 50; index += 1) {
    const { headers } = await auth.api.signUpEmail({
      body: { email: `b${index}@example.com`, password: 'correct horse battery 7', name: 'b' },
      returnHeaders: true,
    });
    cookies.push((headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '');
  }
  const server = createServer(toNodeHandler(auth));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    cookies,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
