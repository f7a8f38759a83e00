// What every script needs before it can run on a fresh clone: dependencies from the
// lockfile, Node 24 (a devDependency) and a build that is newer than its sources.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const onWindows = process.platform === 'win32';

/** Path of the Node that scripts and the browser shell run on. */
export const node24 = join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');

/** Node keeps what it compiled: the command line starts in half the time. */
export const compileCache = {
  NODE_COMPILE_CACHE:
    process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled'),
};

/** Environment with the project's own tools first. */
export const toolEnv = () => ({
  ...process.env,
  PATH: `${bin}${onWindows ? ';' : ':'}${process.env.PATH ?? ''}`,
});

/** Installs what the lockfile names, unless that has been done. Output goes to standard error. */
export function ensureDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const mark = join(root, 'node_modules', '.rapport-lock');
  const has = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  if (has === wanted && existsSync(node24)) return;
  if (existsSync(node24) && isInstalled()) {
    writeFileSync(mark, wanted);
    return;
  }
  console.error('Installing dependencies (once) ...');
  // Not `npm ci`: it refuses a lockfile that lacks packages of other platforms, which a
  // registry that has not received them all yet cannot list.
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  run(onWindows ? 'npm.cmd' : 'npm', install, { shell: onWindows });
  writeFileSync(mark, wanted);
}

/** npm's own note of what is installed matches the lockfile it was made from. */
function isInstalled() {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

/** Builds out/ where a source is newer than the last build. Output goes to standard error. */
export function ensureBuild() {
  const mark = join(root, 'out', '.built');
  const sources = [
    'src-main',
    'src-shared',
    'src-renderer',
    'electron.vite.config.ts',
    'package-lock.json',
  ];
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
  if (existsSync(mark) && statSync(mark).mtimeMs >= newest) return;
  console.error('Building ...');
  const started = new Date();
  run(node24, [
    join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
  ]);
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, '');
  utimesSync(mark, started, started);
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    env: toolEnv(),
    stdio: ['ignore', 2, 2],
    ...options,
  });
  if (done.status !== 0) {
    console.error(`"${command} ${args.join(' ')}" did not succeed.`);
    process.exit(1);
  }
}
