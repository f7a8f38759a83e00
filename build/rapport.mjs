// `npm run rapport -- COMMAND`: the command line. Node 24 runs the TypeScript sources as
// they are, so there is nothing to build; what set-up says goes to standard error.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { compileCache, ensureDependencies, node24, root } from './setup.mjs';

ensureDependencies();
const child = spawn(
  node24,
  [
    '--disable-warning=ExperimentalWarning',
    join(root, 'src-main/cli/index.ts'),
    ...process.argv.slice(2),
  ],
  {
    // npm changes into the project's folder: file names are meant where the user is.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, ...compileCache },
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
