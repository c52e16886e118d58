// The static part of the tests: what can be said of the code without running it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockfileIsComplete } from './lockfile.mjs';
import { pinnedNode, root, run, say } from './provision.mjs';

/** Runs a tool that is installed here, by its file, under the pinned Node. */
export const runTool = (file, args) => run(pinnedNode(), [join(root, 'node_modules', file), ...args]);

const packages = readdirSync(join(root, 'packages')).sort();
const typed = [...packages.map((name) => `packages/${name}`), '.'].filter((directory) => existsSync(join(root, directory, 'tsconfig.json')));

const checks = [
  { name: 'lockfile', run: lockfileIsComplete },
  { name: 'format', run: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']) },
  { name: 'lint', run: () => runTool('oxlint/bin/oxlint', ['--deny-warnings']) },
  ...typed.map((directory) => ({ name: `types of ${directory}`, run: () => runTool('typescript/bin/tsc', ['-p', directory]) })),
  {
    name: 'boundaries',
    run: () =>
      runTool(
        'dependency-cruiser/bin/dependency-cruiser.mjs',
        packages.map((name) => `packages/${name}/src`),
      ),
  },
  { name: 'dead code', run: () => runTool('knip/bin/knip.js', ['--no-progress', '--no-config-hints']) },
];

/** Runs steps one after another, whatever fails, and says how each went. Answers them with their outcome. */
export function runSteps(steps) {
  return steps.map((step) => {
    say(`\n── ${step.name}`);
    const startedAt = performance.now();
    const passed = step.run();
    say(`${passed ? 'passed' : 'FAILED'}: ${step.name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    return { name: step.name, passed };
  });
}

export const runChecks = () => runSteps(checks);
