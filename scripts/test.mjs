// `npm test`: sets itself up (packages, pages, browser), then runs everything, whatever fails, and says on its last line how it went.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks, runSteps } from './checks.mjs';
import { findChromium } from './find-chromium.mjs';
import { buildPages, install, npm, pinnedEnvironment, pinnedNode, root, run, say } from './provision.mjs';

const startedAt = performance.now();
let outcome = '0 passed, 1 failed';
process.once('exit', () => say(outcome));

install();
const chromium = findChromium();
const directory = mkdtempSync(join(tmpdir(), 'warder-test-report-'));
const report = join(directory, 'vitest.json');

/** What the tests must not take from whoever starts them: they choose their own settings. */
const ownSettings = Object.keys(process.env).filter((name) => /^(WARDER_|PORT$|HOST$|SMTP_URL$|MAIL_FROM$)/.test(name));
const environment = { ...pinnedEnvironment(), WARDER_CHROMIUM: chromium };
for (const name of ownSettings) if (name !== 'WARDER_CHROMIUM') delete environment[name];

const runVitest = () =>
  run(
    pinnedNode(),
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    {
      env: environment,
    },
  );

/** How many tests passed and failed, and whether a run that is not wholly green has a failed test to show for it. */
function readReport(succeeded) {
  try {
    const { numPassedTests: passed, numFailedTests: failed, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const failedFiles = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    ).length;
    return { passed, failed: Math.max(failed + failedFiles, succeeded ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const steps = [
  ...runChecks(),
  ...runSteps([
    { name: 'pages build', run: buildPages },
    { name: 'pages keep to their budget', run: () => npm(['run', '--silent', 'budget', '--workspace', '@warder/web'], { env: environment }) },
  ]),
];
let vitest = { passed: 0, failed: 1 };
steps.push(
  ...runSteps([
    {
      name: 'tests',
      run() {
        const succeeded = runVitest();
        vitest = readReport(succeeded);
        return succeeded;
      },
    },
  ]),
);
rmSync(directory, { recursive: true, force: true });

const failedSteps = steps.filter(({ passed }) => !passed);
if (failedSteps.length > 0) say(`\nFailed: ${failedSteps.map(({ name }) => name).join(', ')}.`);
const countedSteps = steps.filter(({ name }) => name !== 'tests');
const passed = vitest.passed + countedSteps.filter((step) => step.passed).length;
const failed = vitest.failed + countedSteps.filter((step) => !step.passed).length;
say(`\nIn ${Math.round((performance.now() - startedAt) / 1000)} s:`);
outcome = `${passed} passed, ${failed} failed`;
process.exitCode = failed === 0 ? 0 : 1;
