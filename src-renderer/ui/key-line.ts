// Keys that an element answers by itself, for the list of keys.

export type KeyLine = { keys: string; does: string };

export const gridKeys: readonly KeyLine[] = [
  { keys: '↑ ↓ Enter Space', does: 'Move in a list, open, select' },
  { keys: 'Shift ↑ ↓', does: 'Select a stretch of a list' },
  { keys: 'Ctrl/⌘ A, Esc', does: 'Select everybody in a list, nobody' },
];
