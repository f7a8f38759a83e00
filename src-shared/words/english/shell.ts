// What both shells say in a terminal, in native dialogs and beside the clock.

export const shell = {
  'shell.show': 'Show Rapport',
  'shell.quit': 'Quit Rapport',
  'shell.openLink': 'Open in your browser?',
  'shell.open': 'Open',
  'shell.cancel': 'Cancel',
  'shell.cannotOpen': 'Rapport cannot open',
  'shell.hostKeepsFailing':
    'The part of Rapport that keeps your data stopped several times in a row. What was saved is safe. Start Rapport again; if this repeats, restore a backup.',
  'shell.started':
    'Rapport in {shell, select, electron {Electron} other {the browser}}{why, select, none {} other { ({why})}}.',
  'shell.noBrowser': 'No browser could be opened: open the address above yourself.',
  'shell.yourData': 'Your data is in {folder}',
  'shell.alreadyOpen':
    'Rapport is already open with the data in {folder}. Its window was brought to the front.',
  'shell.locked': 'Rapport is already open with the data in {folder}.',
  'shell.lockedBy': 'Rapport is already open with the data in {folder} (process {pid}).',
  'shell.lockedAt':
    'Rapport is already open with the data in {folder} at http://127.0.0.1:{port} (process {pid}). Go on in the tab it opened, or use the whole address that it printed when it was started: nobody gets in without the part behind #.',
  'shell.readOnly': 'The folder {folder} cannot be written to. Choose another with --profile DIR.',
  'shell.diskFull':
    'The disk that holds {folder} is full. Free some space, then start Rapport again.',
  'shell.notOpened': 'The data in {folder} could not be opened ({code}).',
  'shell.usage':
    'Usage: npm start -- [--shell electron|browser] [--profile DIR] [--port N] [--no-open]',
  'shell.portTaken':
    'That port is taken or not allowed. Choose another with --port N, or 0 for any.',
} as const;
