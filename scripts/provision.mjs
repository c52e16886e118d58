// What `npm start` and `npm test` set up by themselves, on any Node from 20 on. No dependency may be imported here: none is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, 'node_modules', '.warder');
const leastMajor = 20;

export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

export const say = (message) => process.stdout.write(`${message}\n`);

/** Runs a program to its end with its output shown; answers whether it succeeded. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) fail(`${program} could not be run: ${error.message}`);
  return status === 0;
}

const readStamp = (name) => (existsSync(join(stamps, name)) ? readFileSync(join(stamps, name), 'utf8') : '');

function writeStamp(name, text) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), text);
}

const hashOf = (...texts) => texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex');

/** Installs what the lockfile names, unless that is what is there. */
export function install() {
  if (Number.parseInt(process.versions.node, 10) < leastMajor) fail(`Warder needs Node ${leastMajor} or newer to start, and this is ${process.version}.`);
  const wanted = hashOf(readFileSync(join(root, 'package-lock.json')), readFileSync(join(root, 'package.json')));
  if (readStamp('installed') === wanted) return;
  say('Installing the packages that package-lock.json names (once) …');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', '--include=dev', '--include=optional'];
  if (!run('npm', ['ci', ...quiet], { shell: process.platform === 'win32' })) fail('The packages could not be installed; see what npm says above.');
  writeStamp('installed', wanted);
}

/** The Node that the project pins, so that all run the same whatever this machine has. */
export function pinnedNode() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  return fail(`There is no packaged Node for ${process.platform} ${process.arch}; install Node 24 or newer.`);
}

/** The environment in which the pinned Node and the installed tools come first. */
export const pinnedEnvironment = () => ({
  ...process.env,
  PATH: [dirname(pinnedNode()), join(root, 'node_modules', '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':'),
});

function* filesUnder(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name)) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

const sourcesOfPages = ['packages/web', 'packages/words', 'packages/api'];

/** Builds the pages, unless what was built comes from these very sources. */
export function buildPages() {
  const files = sourcesOfPages.flatMap((directory) => [...filesUnder(join(root, directory))]);
  const wanted = hashOf(readStamp('installed'), ...files.map((file) => `${file}\0${statSync(file).size}\0${statSync(file).mtimeMs}\0`));
  if (readStamp('pages') === wanted && existsSync(join(root, 'packages/web/dist/index.html'))) return;
  say('Building the pages …');
  if (!run('npm', ['run', '--silent', 'build', '--workspace', '@warder/web'], { env: pinnedEnvironment() })) fail('The pages could not be built; see above.');
  writeStamp('pages', wanted);
}
