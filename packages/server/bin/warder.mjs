#!/usr/bin/env node
// Runs Warder under the Node that the project pins, whatever Node this machine has.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const leastMajor = 24;

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= leastMajor) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'bin', 'node');
  } catch {
    process.stderr.write(`Warder needs Node ${leastMajor} or newer, and this is ${process.version}; install one, or install the packages with optional dependencies.\n`);
    process.exit(1);
  }
}

const child = spawn(findNode(), [main, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
// A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
