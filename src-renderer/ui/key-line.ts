// Keys that an element answers by itself, for the list of keys.

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export type KeyLine = { keys: string; does: MessageDescriptor };

export const gridKeys: readonly KeyLine[] = [
  { keys: '↑ ↓ Enter Space', does: msg`Move in a list, open, select` },
  { keys: 'Shift ↑ ↓', does: msg`Select a stretch of a list` },
  { keys: 'Ctrl/⌘ A, Esc', does: msg`Select everybody in a list, nobody` },
];
