// What the Electron shell says outside the page: native menus, dialogs, terminal.

import type { Failure } from '../src-shared/domain/result.ts';

export const words = {
  appName: 'Rapport',
  show: 'Show Rapport',
  quit: 'Quit Rapport',
  openLink: 'Open in your browser?',
  open: 'Open',
  cancel: 'Cancel',
  cannotOpen: 'Rapport cannot open',
  hostKeepsFailing:
    'The part of Rapport that keeps your data stopped several times in a row. What was saved is safe. Start Rapport again; if this repeats, restore a backup.',
} as const;

export function startedWords({
  profileDir,
  why,
}: {
  profileDir: string;
  why: string | undefined;
}): string {
  const because = why === undefined ? '' : ` (${why})`;
  return `Rapport in Electron${because}.\nYour data is in ${profileDir}`;
}

export const alreadyOpenWords = (profileDir: string): string =>
  `Rapport is already open with the data in ${profileDir}. Its window was brought to the front.`;

export function refusedWords({ code }: Failure, profileDir: string): string {
  switch (code) {
    case 'store-locked':
      return `Another Rapport (perhaps in a browser) already uses the data in ${profileDir}. Close it first.`;
    case 'disk-read-only':
      return `The folder ${profileDir} cannot be written to.`;
    case 'disk-full':
      return `The disk that holds ${profileDir} is full. Free some space, then start again.`;
    default:
      return `The data in ${profileDir} could not be opened (${code}).`;
  }
}
