// `npm run check`: format, lint, types, boundaries, dead code; seconds.
import { runChecks } from './checks.mjs';
import { install, say } from './provision.mjs';

install();
const failed = runChecks().filter(({ passed }) => !passed);
say(
  failed.length === 0
    ? '\nAll checks passed.'
    : `\nFailed: ${failed.map(({ name }) => name).join(', ')}. "npm run format" mends what can be mended by machine.`,
);
process.exit(failed.length === 0 ? 0 : 1);
