// What the Electron shell says outside the page: native menus, dialogs, terminal.

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
