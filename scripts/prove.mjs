// `npm run prove`: the long form of the proofs that every test run has a short form of: more random cases, more crashes, the races again and again.
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { buildPages, install, pinnedEnvironment, pinnedNode, root, run, say } from './provision.mjs';

install();
buildPages();
const kills = process.argv[2] ?? '100';
const repeats = Number(process.argv[3] ?? 20);
const env = { ...pinnedEnvironment(), WARDER_CHROMIUM: findChromium(), PROOF_RUNS: '100000', PROOF_KILLS: kills };
const vitest = (args) => run(pinnedNode(), [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], { env });

const proofs = [
  { name: `${kills} kills`, prove: () => vitest(['--project', 'journeys', 'e2e/killed.test.ts']) },
  {
    name: '100,000 devices judged',
    prove: () => vitest(['--project', 'rooms', '--testTimeout', '1800000', '-t', 'always', 'packages/server/src/signals']),
  },
  {
    name: `the races ${repeats} times`,
    prove: () => Array.from({ length: repeats }, () => vitest(['--project', 'rooms', 'packages/server/src/races'])).every(Boolean),
  },
];
const failed = proofs.filter(({ name, prove }) => {
  say(`\n── ${name}`);
  return !prove();
});
say(failed.length === 0 ? '\nAll proofs hold.' : `\nFailed: ${failed.map(({ name }) => name).join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
