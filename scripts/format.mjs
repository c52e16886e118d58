// `npm run format`: puts the code into the house's format, with imports in order and what the linters can mend by themselves.
import { runTool } from './checks.mjs';
import { completeLockfile } from './lockfile.mjs';
import { install } from './provision.mjs';

install();
completeLockfile();
const formatted = runTool('@biomejs/biome/bin/biome', ['check', '--write', '.']);
const mended = runTool('oxlint/bin/oxlint', ['--fix']);
process.exit(formatted && mended ? 0 : 1);
