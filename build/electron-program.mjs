// Electron's own program: npm installs the package without it, so the first start on
// a machine with a display fetches it by the package's own script. Where its place
// cannot be reached, the browser shell is used and the next start tries again.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { node24, root, toolEnv } from './setup.mjs';

const home = join(root, 'node_modules', 'electron');
const answerMs = 5_000;
const fetchMs = 10 * 60 * 1000;

/** Path of the program, or undefined. ELECTRON_OVERRIDE_DIST_PATH names a folder to take it from. */
export async function ensureElectronProgram() {
  const found = findProgram();
  if (found !== undefined || process.env.ELECTRON_OVERRIDE_DIST_PATH) return found;
  if (!(await isPlaceReachable())) return undefined;
  console.error('Fetching Electron (once) ...');
  spawnSync(node24, [join(home, 'install.js')], {
    env: toolEnv(),
    stdio: 'ignore',
    timeout: fetchMs,
  });
  return findProgram();
}

/** Asked first, because the package's script waits long for a place that never answers. */
async function isPlaceReachable() {
  const place =
    process.env.ELECTRON_MIRROR || 'https://github.com/electron/electron/releases/download/';
  return fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(answerMs) }).then(
    () => true,
    () => false,
  );
}

function findProgram() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(home, 'dist');
  const program = join(folder, programName());
  return existsSync(program) ? program : undefined;
}

/** The package writes the name beside itself once it is complete. */
function programName() {
  const note = join(home, 'path.txt');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
