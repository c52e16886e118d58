// The browser of the browser tests: the one that is named, the system's, Debian's package, or the browser installer's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { runTool } from './checks.mjs';
import { fail, root, run, say } from './provision.mjs';

const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'chrome'];
const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const probeTimeoutMs = 20_000;

/** Asked for its version: a distribution may put a mere note about another package in a browser's place. */
const works = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: probeTimeoutMs }).status === 0;

function ofTheSystem() {
  const directories = `${process.env.PATH ?? ''}${delimiter}/usr/bin`.split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => directories.map((directory) => join(directory, name)));
  return [...candidates, ...applications].find(works) ?? null;
}

/** Debian's package, with letters for Chinese, Japanese and Korean, where this user may install it. */
function ofDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('Installing Chromium for the browser tests (Debian package, once) …');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () => run('apt-get', ['install', '--yes', '--quiet=2', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
  const installed = install() || (run('apt-get', ['update', '--quiet=2'], options) && install());
  return installed ? ofTheSystem() : null;
}

function ofTheInstaller() {
  say('Installing Chromium for the browser tests (once) …');
  if (!runTool('playwright-core/cli.js', ['install', 'chromium'])) return null;
  const path = createRequire(join(root, 'package.json'))('playwright-core').chromium.executablePath();
  return works(path) ? path : null;
}

/** The path of a Chromium that runs. Ends the process with one sentence when there is none to be had. */
export function findChromium() {
  const named = process.env.WARDER_CHROMIUM;
  if (named) return works(named) ? named : fail(`WARDER_CHROMIUM names ${named}, which does not run.`);
  return (
    ofTheSystem() ??
    ofDebian() ??
    ofTheInstaller() ??
    fail('No Chromium was found, and none could be installed; install one, and name it in WARDER_CHROMIUM.')
  );
}
