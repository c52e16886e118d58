// `npm run bench [seconds]`: installs the peers apart from the product, then measures.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, install, pinnedEnvironment, pinnedNode, root, run, say } from './provision.mjs';

install();
const bench = join(root, 'bench');
if (!existsSync(join(bench, 'node_modules'))) {
  say('Installing the peers to measure beside (once) …');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  if (!run('npm', ['ci', ...quiet], { cwd: bench, env: pinnedEnvironment() })) fail('The peers could not be installed; see above.');
}
process.exit(run(pinnedNode(), [join(bench, 'run.ts'), ...process.argv.slice(2)]) ? 0 : 1);
