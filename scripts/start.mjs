// `npm start`: installs, builds the pages, starts everything, and stops everything on Ctrl-C.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildPages, install, pinnedNode, root } from './provision.mjs';

install();
buildPages();

const child = spawn(pinnedNode(), [join(root, 'packages/server/src/main.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
