import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../packages/server/src/main.ts', import.meta.url));

export interface Mail {
  id: number;
  to: string;
  subject: string;
  text: string;
}

/** A whole Warder in a process of its own, as `npm start` runs it, on a fresh data directory. */
export interface RunningWarder {
  url: string;
  /** Waits for a mail to the address that holds the pattern, newest first. */
  mailTo(address: string, holding: RegExp): Promise<Mail>;
  codeTo(address: string): Promise<string>;
  linkTo(address: string): Promise<string>;
  stop(): Promise<void>;
  /** Ends the process at this instant, as a crash does; its data stay for the next start in the same directory. */
  kill(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Waits for the line that says it is ready; throws with what it said when it gave up instead. */
async function untilReady(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Warder is ready')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`Warder did not start: ${said}`)));
  });
}

const retryMs = 50;
const patienceMs = 20_000;

/** Makes a directory for data; {@link RunningWarder.stop} removes it. */
export const makeDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), 'warder-e2e-'));

export async function startWarder(env: Record<string, string> = {}, given?: string): Promise<RunningWarder> {
  const directory = given ?? (await makeDirectory());
  const port = await freePort();
  const settings = {
    PORT: String(port),
    WARDER_DATA_DIR: join(directory, 'data'),
    WARDER_TRUSTED_PROXIES: '127.0.0.1',
    WARDER_BREACH_CORPUS: 'off',
    WARDER_LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...settings, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  await untilReady(child);
  const url = `http://localhost:${port}`;
  /** Mails that were taken already: each is read once, so that an old code is never taken for a new one. */
  const taken = new Set<number>();

  async function mailTo(address: string, holding: RegExp): Promise<Mail> {
    const givesUpAt = performance.now() + patienceMs;
    while (performance.now() < givesUpAt) {
      const { messages } = (await (await fetch(`${url}/dev/outbox.json`)).json()) as { messages: Mail[] };
      const found = messages.find((mail) => mail.to === address && holding.test(mail.text) && !taken.has(mail.id));
      if (found) {
        taken.add(found.id);
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
    throw new Error(`no mail to ${address} that holds ${holding}`);
  }

  return {
    url,
    mailTo,
    async codeTo(address) {
      const code = /(?<!\d)\d{6}(?!\d)/;
      return code.exec((await mailTo(address, code)).text)?.[0] ?? '';
    },
    async linkTo(address) {
      const link = /https?:\/\/\S+\/e\/[\w-]{64}/;
      return link.exec((await mailTo(address, link)).text)?.[0] ?? '';
    },
    async kill() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
