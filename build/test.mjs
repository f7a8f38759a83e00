// `npm test`: everything a submission must pass. Sets itself up, then runs its steps, three at
// a time, because each of them waits now and then; beside them networks, which mostly wait, and,
// with what the others leave of the machine, a small run of the simulation (`npm run test:sweep`
// is the long one). Ends with one line `N passed, N failed`. `-- --only NAME` runs some steps.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';

import { compileCache, ensureBuild, ensureDependencies, node24, root, toolEnv } from './setup.mjs';
import { canMakeNetworks, ensureSystemPackages } from './system-packages.mjs';

ensureDependencies();
const canDrive = ensureSystemPackages();
if (!canDrive && process.platform === 'linux' && process.env.CI === 'true') {
  console.error('End-to-end tests cannot be left out here.');
  process.exit(1);
}
ensureBuild();

const seed = process.env.TEST_SEED ?? seedOfCommit();
if (seed !== undefined) console.log(`TEST_SEED=${seed}`);
/** Reports, and whatever else a test leaves behind. */
const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const vitest = (project, name = project, more = []) => ({
  name,
  args: [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    ...more,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(folder, `${name}.json`)}`,
  ],
  report: join(folder, `${name}.json`),
});
/** In shares, so that those who take steps end at about the same time. */
const endToEnd = [1, 2, 3, 4].map((share) => vitest('e2e', `e2e-${share}`, [`--shard=${share}/4`]));
const steps = [
  ...(canDrive ? endToEnd.slice(0, 1) : []),
  vitest('fault'),
  { name: 'types', args: [join(root, 'build/typecheck.mjs')] },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: bin('oxfmt'), args: ['--check'] },
  { name: 'unused', command: bin('knip'), args: [] },
  vitest('unit', 'unit', ['--project', 'plain']),
  ...(canDrive ? [vitest('desktop'), ...endToEnd.slice(1)] : []),
];
const lanes = [
  steps,
  steps,
  steps,
  canMakeNetworks() ? [vitest('lan')] : [],
  [{ ...vitest('sweep'), isPatient: true, env: { TEST_RUNS: process.env.TEST_RUNS ?? '0.05' } }],
];

const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]
  : undefined;
let passed = 0;
let failed = 0;
await Promise.all(lanes.map(runLane));
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Lanes may share their steps: each is taken once. */
async function runLane(waiting) {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (only !== undefined && !step.name.startsWith(only)) continue;
    const started = Date.now();
    const { code, output } = await runStep(step);
    const { good, bad } = countsOf(step, code);
    passed += good;
    failed += bad;
    const seconds = Math.round((Date.now() - started) / 1000);
    if (bad > 0) console.log(output);
    console.log(`${step.name}: ${good} passed, ${bad} did not, ${seconds} s`);
  }
}

function runStep({ command = node24, args, env = {}, isPatient = false }) {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: {
        ...toolEnv(),
        ...compileCache,
        TMPDIR: folder,
        ...(seed === undefined ? {} : { TEST_SEED: seed }),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (isPatient) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.slice(-60_000) }));
  });
}

/** The same commit is tested the same way everywhere. Undefined: this is no clone. */
function seedOfCommit() {
  const { stdout } = spawnSync('git', ['rev-parse', '--short=7', 'HEAD'], { cwd: root });
  const commit = String(stdout ?? '').trim();
  return /^[0-9a-f]{7,}$/.test(commit)
    ? String(Number.parseInt(commit.slice(0, 7), 16))
    : undefined;
}

/** A suite that ran no test, or ended badly without a failed test, counts as a failure. */
function countsOf(step, code) {
  if (step.report === undefined) return code === 0 ? { good: 1, bad: 0 } : { good: 0, bad: 1 };
  if (!existsSync(step.report)) return { good: 0, bad: 1 };
  const report = JSON.parse(readFileSync(step.report, 'utf8'));
  const good = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const bad = report.numFailedTests + skipped;
  const silent = bad === 0 && (code !== 0 || good === 0) ? 1 : 0;
  return { good, bad: bad + silent };
}
