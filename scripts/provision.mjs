// What `npm start` and `npm test` set up by themselves, on any Node from 20 on. No dependency may be imported here: none is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedNode as findNode, noNode } from '../packages/server/bin/pinned-node.mjs';

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
  const { status, signal, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) process.stderr.write(`${program} could not be run: ${error.message}\n`);
  if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(1);
  return status === 0;
}

/** Runs npm, without its advertisements. */
export const npm = (args, options) =>
  run('npm', ['--no-audit', '--no-fund', '--loglevel=error', ...args], { shell: process.platform === 'win32', ...options });

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const hashOf = (...contents) => contents.reduce((hash, content) => hash.update(content), createHash('sha256')).digest('hex');

const isStamped = (stamp, stampNow) => existsSync(stamp) && readFileSync(stamp, 'utf8') === stampNow();

function writeStamp(stamp, text) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, text);
}

/** Whether npm surely installs the package on this machine: it leaves out those for another system, processor or C library, with what they need. */
function isForHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  const allows = (field, value) => {
    const list = [field ?? []].flat();
    const wanted = list.filter((entry) => !entry.startsWith('!'));
    return !list.includes(`!${value}`) && (wanted.length === 0 || wanted.includes(value));
  };
  return os !== undefined && libc === undefined && allows(os, process.platform) && allows(cpu, process.arch);
}

/** True when every package of the lockfile is there in its version, as npm's own record of what it installed tells. */
function isInstalled(lockfile, { packages: present }) {
  return Object.entries(lockfile.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && isForHere(entry))
    .every(([path, { version, link }]) => (link ? present[path]?.link === true : present[path]?.version === version));
}

/** Installs what the lockfile names, unless that is what is there. Install scripts of packages do not run: nothing here needs one. */
export function install() {
  if (Number.parseInt(process.versions.node, 10) < leastMajor)
    fail(`Warder needs Node ${leastMajor} or newer to start, and this is ${process.version}.`);
  const lockfile = join(root, 'package-lock.json');
  const record = join(root, 'node_modules', '.package-lock.json');
  const stamp = join(stamps, 'installed');
  // The stamp is for a machine where npm leaves out more than could be foreseen: it shall not install again at each start.
  const stampNow = () => hashOf(readFileSync(lockfile), readFileSync(record));
  if (existsSync(record) && (isInstalled(readJson(lockfile), readJson(record)) || isStamped(stamp, stampNow))) return;
  say('Installing the packages that package-lock.json names …');
  if (!npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional'])) fail('The packages could not be installed; see what npm says above.');
  writeStamp(stamp, stampNow());
}

/** The Node that the project pins, so that all run the same whatever this machine has. */
export const pinnedNode = () => findNode() ?? fail(noNode);

/** The environment in which the pinned Node and the installed tools come first. */
export const pinnedEnvironment = () => ({
  ...process.env,
  PATH: [dirname(pinnedNode()), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
});

function* filesUnder(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name)) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/** What the pages are made from: their sources, their neighbours', and the packages that the lockfile names. */
function hashOfSources() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const directory of ['packages/web', 'packages/words', 'packages/api']) {
    for (const file of filesUnder(join(root, directory))) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds the pages, unless those that were built come from these very sources. Answers whether they are there. */
export function buildPages() {
  const page = join(root, 'packages/web/dist/index.html');
  const stamp = join(stamps, 'pages');
  const stampNow = () => hashOf(hashOfSources(), readFileSync(page));
  if (existsSync(page) && isStamped(stamp, stampNow)) return true;
  say('Building the pages …');
  if (!npm(['run', '--silent', 'build', '--workspace', '@warder/web', '--', '--logLevel=warn'], { env: pinnedEnvironment() })) return false;
  writeStamp(stamp, stampNow());
  return true;
}
