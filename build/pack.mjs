// `npm run pack:dir` (an unpacked application folder) and `npm run pack` (installers
// of this system): sets up, builds, then runs electron-builder. `--electron-dist DIR`
// takes Electron from a folder, `--output DIR` puts the result elsewhere.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureBuild, ensureDependencies, node24, root, toolEnv } from './setup.mjs';

const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    'electron-dist': { type: 'string' },
    output: { type: 'string' },
  },
});
ensureDependencies();
ensureBuild();
const settings = [
  ...(values['electron-dist'] ? [`-c.electronDist=${resolve(values['electron-dist'])}`] : []),
  ...(values.output ? [`-c.directories.output=${resolve(values.output)}`] : []),
];
const done = spawnSync(
  node24,
  [
    join(root, 'node_modules', 'electron-builder', 'cli.js'),
    '--config',
    join('build', 'electron-builder.config.mjs'),
    '--publish',
    'never',
    ...(values.dir ? ['--dir'] : []),
    ...settings,
  ],
  { cwd: root, env: toolEnv(), stdio: 'inherit' },
);
process.exit(done.status ?? 1);
