// npm leaves packages for other systems out of the lockfile (npm/cli#4828), and then refuses to install from it. These two see to it that all are named.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './provision.mjs';

const file = join(root, 'package-lock.json');
const systems = new Set(['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']);
const processors = new Set(['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']);

const readLockfile = () => JSON.parse(readFileSync(file, 'utf8'));

/** Where Node looks for a package that the one at `path` needs: beside it, then further and further up. */
function placesOf(name, path) {
  const places = [];
  for (let base = path; base !== ''; base = base.replace(/(^|\/)(node_modules\/(@[^/]+\/)?[^/]+|packages\/[^/]+)$/, '')) {
    places.push(`${base}/node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}

/** The system, processor and C library in a package's name, as these packages are named by custom; null when it names no system. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.has(word));
  const cpu = words.find((word) => processors.has(word));
  if (!os || !cpu) return null;
  const libc = os === 'linux' && (/musl/.exec(name)?.[0] ?? (/gnu/.test(name) ? 'glibc' : undefined));
  return { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) };
}

function missingPackages({ packages }) {
  const found = new Map();
  for (const [path, { optionalDependencies = {}, dev, license, engines }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const platform = platformOf(name);
      if (!platform || placesOf(name, path).some((place) => packages[place])) continue;
      found.set(`node_modules/${name}`, { version, ...platform, ...(dev && { dev }), license, optional: true, ...(engines && { engines }) });
    }
  }
  return found;
}

/** True when `npm ci` can install from the lockfile on every system. Says which packages it lacks. */
export function lockfileIsComplete() {
  const missing = [...missingPackages(readLockfile()).keys()];
  if (missing.length > 0) process.stderr.write(`package-lock.json lacks ${missing.join(', ')}; "npm run format" adds them.\n`);
  return missing.length === 0;
}

export function completeLockfile() {
  const lockfile = readLockfile();
  const missing = missingPackages(lockfile);
  if (missing.size === 0) return;
  lockfile.packages = Object.fromEntries([...Object.entries(lockfile.packages), ...missing].sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
}
