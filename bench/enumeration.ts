// `node bench/enumeration.ts [tries]`: the time of a refused sign-in for an address with an account and one without, interleaved. Prints medians and their ratio.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAccounts } from './accounts.ts';
import { startBench } from './warder.ts';

const tries = Number(process.argv[2] ?? 2_000);
const warmUp = 50;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const directory = await mkdtemp(join(tmpdir(), 'warder-bench-'));
const bench = await startBench(directory);
try {
  const accounts = await makeAccounts(bench, tries + warmUp);
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';
  const attempt = async (email: string, index: number): Promise<number> => {
    const headers = { 'content-type': 'application/json', 'user-agent': agent, 'x-forwarded-for': `11.${index >> 8}.${index & 255}.1` };
    const body = JSON.stringify({ email, password: 'not the password of anybody' });
    const startedAt = performance.now();
    const response = await fetch(`${bench.url}/v1/sign-in`, { method: 'POST', headers, body });
    await response.arrayBuffer();
    if (response.status !== 401) throw new Error(`answered ${response.status}`);
    return performance.now() - startedAt;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (const [index, { email }] of accounts.entries()) {
    const pair = { known: () => attempt(email, index), unknown: () => attempt(`nobody${index}@example.com`, index) };
    // Whichever goes first is a little slower: they take turns at it.
    const order = index % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const kind of order) {
      const took = await pair[kind]();
      if (index >= warmUp) (kind === 'known' ? known : unknown).push(took);
    }
  }
  const [a, b] = [median(known), median(unknown)];
  process.stdout.write(
    `${tries} tries each: median ${a.toFixed(2)} ms with an account, ${b.toFixed(2)} ms without; they differ by ${(Math.abs(1 - a / b) * 100).toFixed(2)}%\n`,
  );
} finally {
  await bench.stop();
  await rm(directory, { recursive: true, force: true });
}
process.exit();
