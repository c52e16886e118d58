import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const leastMajor = 24;

/** The Node that the project pins (an npm package of its own for each platform), else this one when it is new enough, else null. */
export function pinnedNode() {
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/package.json`));
    const packaged = join(root, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(packaged)) return packaged;
  } catch {
    // Not installed: there is no package for this platform, or optional packages were left out.
  }
  return Number.parseInt(process.versions.node, 10) >= leastMajor ? process.execPath : null;
}

export const noNode = `Warder needs Node ${leastMajor} or newer, and this is ${process.version}; install one, or install the packages with optional dependencies.`;
