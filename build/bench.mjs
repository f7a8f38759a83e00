// `npm run bench`: runs every measure in tests/bench (or those whose name fits
// `-- --only GLOB`), each in a process of its own, and prints one JSON object a line.
// The one with a million people runs only when it is named: `-- --only million`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

import { ensureBuild, ensureDependencies, node24, root, toolEnv } from './setup.mjs';

ensureDependencies();
if (!process.version.startsWith('v24.')) {
  const again = spawnSync(node24, process.argv.slice(1), { stdio: 'inherit', env: toolEnv() });
  process.exit(again.status ?? 1);
}
ensureBuild();

const folder = join(root, 'tests', 'bench');
const at = process.argv.indexOf('--only');
const only = at === -1 ? '*' : (process.argv[at + 1] ?? '*');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''))
  .filter((name) => matchesGlob(name, only) && (only !== '*' || name !== 'million'));
if (names.length === 0) {
  console.error(`No measure is called ${only}.`);
  process.exit(2);
}
const codes = names.map((name) => {
  const done = spawnSync(node24, ['--expose-gc', join(folder, `${name}.bench.ts`)], {
    cwd: root,
    env: toolEnv(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return done.status ?? 1;
});
process.exit(Math.max(...codes));
