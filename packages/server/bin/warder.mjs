#!/usr/bin/env node
// Runs Warder under the Node that the project pins, whatever Node this machine has (20 or newer), and is one with it: signals, exit status, end.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { noNode, pinnedNode } from './pinned-node.mjs';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const ancestorsPollMs = 500;

const node = pinnedNode();
if (!node) {
  process.stderr.write(`${noNode}\n`);
  process.exit(1);
}

// The channel tells Warder when this process has ended, however it ended.
const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });

// A terminal's Ctrl-C reaches the child by itself too; it stops once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

/** Who started this process, and who started that one (npm runs its scripts through a shell); where the system does not tell, the first alone. */
function ancestors() {
  const parent = process.ppid;
  try {
    return `${parent} ${/^.*\) \S+ (\d+)/s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))?.[1]}`;
  } catch {
    return String(parent);
  }
}

// npm, when killed, leaves its scripts running: without it nobody is there to stop Warder.
if (process.env.npm_lifecycle_event) {
  const first = ancestors();
  setInterval(() => ancestors() !== first && child.kill('SIGTERM'), ancestorsPollMs).unref();
}

child.once('error', (error) => {
  process.stderr.write(`${node} could not be run: ${error.message}\n`);
  process.exit(1);
});
child.once('exit', (status, signal) => process.exit(status ?? 128 + (constants.signals[signal] ?? 0)));
