// `npm run bench`: checks a second, sign-ins a second, the device list at a million records. Prints a table; asserts nothing.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { type BenchAccount, makeAccounts, makeSignIns, password } from './accounts.ts';
import { startBareFastify, startBetterAuth } from './peers.ts';
import { type Bench, startBench } from './warder.ts';

const seconds = Number(process.argv[2] ?? 10);
const connections = 16;
const records = 1_000_000;

interface Measured {
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
}

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function measure(name: string, url: string, requests: autocannon.Request[], options: Partial<autocannon.Options> = {}): Promise<Measured> {
  // Every connection begins elsewhere in the list, so that no two ask for the same account at once.
  let begun = 0;
  const setupClient = (client: autocannon.Client) => {
    const from = Math.floor((begun++ % connections) * (requests.length / connections));
    client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
  };
  const load = { url, connections, setupClient, ...options };
  await autocannon({ ...load, duration: Math.min(3, seconds) });
  const result = await autocannon({ ...load, duration: seconds });
  const good = result['2xx'];
  if (result.non2xx + result.errors > good * 0.01) throw new Error(`${name}: ${result.non2xx} refused and ${result.errors} failed of ${good}`);
  return { name, perSecond: good / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

const introspection = ({ host }: Bench, accounts: readonly BenchAccount[]): autocannon.Request[] =>
  accounts.map(({ token }) => ({
    method: 'POST',
    path: '/oauth/introspect',
    headers: {
      authorization: `Basic ${Buffer.from(`${host.id}:${host.secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: `token=${token}`,
  }));

/** Each account from its known device and a network of its own, so that no budget is spent. */
const signIns = (accounts: readonly BenchAccount[]): autocannon.Request[] =>
  accounts.map(({ email, deviceSecret }, index) => ({
    method: 'POST',
    path: '/v1/sign-in',
    headers: {
      'content-type': 'application/json',
      cookie: `warder_device=${deviceSecret}`,
      'x-forwarded-for': `11.${index >> 8}.${index & 255}.1`,
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
    },
    body: JSON.stringify({ email, password }),
  }));

const deviceLists = (accounts: readonly BenchAccount[]): autocannon.Request[] =>
  accounts.map(({ token }, index) => ({
    method: 'GET',
    path: '/v1/devices',
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': `11.${index}.0.1` },
  }));

function report(measured: readonly Measured[]): void {
  print(`\n| | a second | p50 ms | p99 ms |\n|---|---|---|---|`);
  for (const { name, perSecond, p50, p99 } of measured) print(`| ${name} | ${perSecond.toFixed(0)} | ${p50} | ${p99} |`);
  const [bare, peer, ours] = measured;
  if (bare && peer && ours)
    print(
      `\nWarder's check beside a bare Fastify: ${(ours.perSecond / bare.perSecond).toFixed(2)}; beside Better Auth: ${(ours.perSecond / peer.perSecond).toFixed(2)}`,
    );
}

const directory = await mkdtemp(join(tmpdir(), 'warder-bench-'));
const bench = await startBench(directory);
try {
  print(
    `${cpus().length} processors, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}; ${seconds} s each, ${connections} connections, load and server on one machine, one process for all servers`,
  );
  const accounts = await makeAccounts(bench, 3_000);
  const measured: Measured[] = [];
  const bare = await startBareFastify();
  measured.push(await measure('bare Fastify, constant answer', bare.url, introspection(bench, accounts.slice(0, 200))));
  await bare.stop();
  const peer = await startBetterAuth(bench.admin);
  measured.push(
    await measure(
      'Better Auth get-session, no cookie cache',
      peer.url,
      peer.cookies.map((cookie) => ({ method: 'GET', path: '/api/auth/get-session', headers: { cookie } })),
    ),
  );
  await peer.stop();
  measured.push(await measure('Warder introspection', bench.url, introspection(bench, accounts.slice(0, 200))));
  measured.push(await measure('Warder sign-in from a known device', bench.url, signIns(accounts)));
  await makeSignIns(bench, accounts.slice(0, 20), records);
  measured.push(
    await measure(`Warder device list, ${records} sign-in records in 20 accounts`, bench.url, deviceLists(accounts.slice(0, 20)), { connections: 4 }),
  );
  report(measured);
} finally {
  await bench.stop();
  await rm(directory, { recursive: true, force: true });
}
process.exit();
