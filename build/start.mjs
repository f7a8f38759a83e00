// `npm start`: sets everything up on a fresh clone, then opens Rapport in Electron
// where its own program and a display are there, else in the browser shell. Options
// after `--`: --shell electron|browser, --profile DIR, --port N, --no-open.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureBuild, ensureDependencies, node24, root, toolEnv } from './setup.mjs';

const usage =
  'Usage: npm start -- [--shell electron|browser] [--profile DIR] [--port N] [--no-open]';
const options = readOptions();
ensureDependencies();
ensureBuild();
const electron = electronProgram();
const { shell, why } = chooseShell();
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

/** Electron's own program, where its download has been allowed; ELECTRON_OVERRIDE_DIST_PATH names another. */
function electronProgram() {
  const home = join(root, 'node_modules', 'electron');
  const nameFile = join(home, 'path.txt');
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = existsSync(nameFile)
    ? readFileSync(nameFile, 'utf8').trim()
    : ({ darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
        process.platform
      ] ?? 'electron');
  const program = join(given ?? join(home, 'dist'), name);
  return existsSync(program) ? program : undefined;
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function chooseShell() {
  if (options.shell === 'browser') return { shell: 'browser', why: 'as asked' };
  const missing = [
    ...(electron === undefined ? ['the Electron program is not installed'] : []),
    ...(hasDisplay() ? [] : ['there is no display']),
  ];
  if (missing.length === 0) {
    const asked = options.shell === 'electron';
    return { shell: 'electron', why: asked ? 'as asked' : 'its program and a display are there' };
  }
  if (options.shell === 'electron') {
    console.error(`Rapport cannot open in Electron: ${missing.join(' and ')}.`);
    process.exit(1);
  }
  return { shell: 'browser', why: `${missing.join(' and ')}` };
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
    join(root, 'out', 'main', 'loopback.js'),
    `--why=${why}`,
    ...profileArgs(),
    ...(options.port === undefined ? [] : [`--port=${options.port}`]),
    ...(options['no-open'] ? ['--no-open'] : []),
  ];
}
