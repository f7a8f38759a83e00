// `npm run fuzz`: the tests of hostile networks, peers and records, and of hosts that are
// killed, at ten times their usual size: 200,000 signaling frames, 20,000 mDNS answers, 120,000
// messages of a teammate, 500 kills.
// TEST_RUNS makes it more, TEST_SEED replays a run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { ensureDependencies, node24, root, toolEnv } from './setup.mjs';

ensureDependencies();
const files = [
  'hostile-network',
  'hostile-peer',
  'hostile-rows',
  'kill',
  'at-rest',
  'at-rest-files',
];
const { status } = spawnSync(
  node24,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project=fault',
    ...files.map((name) => `tests/fault/${name}.test.ts`),
  ],
  { cwd: root, stdio: 'inherit', env: { TEST_RUNS: '10', ...toolEnv() } },
);
process.exitCode = status ?? 1;
