// `npm start`: sets everything up on a fresh clone, then opens Rapport in Electron
// where its own program and a display are there, else in the browser shell. Options
// after `--`: --shell electron|browser, --profile DIR, --port N, --no-open.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureElectronProgram } from './electron-program.mjs';
import { hostFlags } from './host-flags.mjs';
import { ensureBuild, ensureDependencies, node24, root, toolEnv } from './setup.mjs';

const usage =
  'Usage: npm start -- [--shell electron|browser] [--profile DIR] [--port N] [--no-open]';
const options = readOptions();
ensureDependencies();
ensureBuild();
const { shell, why, electron } = await chooseShell();
const args = shell === 'electron' ? electronArgs() : browserArgs();
const child = spawn(shell === 'electron' ? electron : node24, args, {
  cwd: root,
  env: toolEnv(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Rapport could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        shell: { type: 'string' },
        profile: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    });
    if ([undefined, 'electron', 'browser'].includes(values.shell)) return values;
  } catch (error) {
    console.error(error.message);
  }
  console.error(usage);
  process.exit(2);
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function chooseShell() {
  if (options.shell === 'browser') return { shell: 'browser', why: 'as asked' };
  const electron = hasDisplay() ? await ensureElectronProgram() : undefined;
  const asked = options.shell === 'electron';
  if (electron !== undefined) {
    const why = asked ? 'as asked' : 'its program and a display are there';
    return { shell: 'electron', why, electron };
  }
  const missing = hasDisplay() ? 'the Electron program is not installed' : 'there is no display';
  if (!asked) return { shell: 'browser', why: missing };
  console.error(`Rapport cannot open in Electron: ${missing}.`);
  process.exit(1);
}

function profileArgs() {
  return options.profile === undefined ? [] : [`--profile=${resolve(options.profile)}`];
}

function electronArgs() {
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  // Chromium refuses to run its sandbox as root; nobody's desktop runs as root.
  return [...(asRoot ? ['--no-sandbox'] : []), root, `--why=${why}`, ...profileArgs()];
}

function browserArgs() {
  return [
    ...hostFlags,
    join(root, 'out', 'main', 'loopback.js'),
    `--why=${why}`,
    ...profileArgs(),
    ...(options.port === undefined ? [] : [`--port=${options.port}`]),
    ...(options['no-open'] ? ['--no-open'] : []),
  ];
}
