// Where everything lives when no `--profile` is given: the platform's own folder for
// an application's data, the same for both shells and the command line.

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export function profileDirOf(given: string | undefined): string {
  return resolve(given ?? join(dataFolder(), 'Rapport'));
}

function dataFolder(): string {
  const home = homedir();
  if (process.platform === 'win32') {
    return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  }
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
}
