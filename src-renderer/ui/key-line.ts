// Keys that an element answers by itself, for the list of keys, and how keys are printed.

import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';

/** `keys` as `keyText` reads them. */
export type KeyLine = { keys: string; does: MessageDescriptor };

export const gridKeys: readonly KeyLine[] = [
  { keys: '↑ ↓ enter space', does: msg`Move in a list, open, select` },
  { keys: 'shift ↑ ↓', does: msg`Select a stretch of a list` },
  { keys: 'mod a esc', does: msg`Select everybody in a list, nobody` },
  { keys: '→ ←', does: msg`From a row of a list into its cells, and out again` },
  { keys: 'F2 enter', does: msg`Edit the cell; typing replaces what stands there` },
  { keys: 'tab', does: msg`Save the cell and go on to the next` },
];

/** `mod+shift+Z` as it is printed on keyboards; keys pressed one after the other stand apart. */
export const keyText = (keys: string): string => keys.split(/[+ ]/).map(printed).join(' ');

function printed(key: string): string {
  switch (key) {
    case 'mod':
      return t`Ctrl/⌘`;
    case 'shift':
      return t`Shift`;
    case 'alt':
      return t`Alt`;
    case 'enter':
      return t`Enter`;
    case 'space':
      return t`Space`;
    case 'tab':
      return t`Tab`;
    case 'Escape':
    case 'esc':
      return t`Esc`;
    default:
      return key;
  }
}
