// Where a key leads from the editor of a cell.

import type { KeyboardEvent } from 'react';

/** Escape takes back; with Shift or Alt, Enter is a new line where there can be one. */
export function onwardOf({
  key,
  shiftKey,
  altKey,
  nativeEvent,
}: KeyboardEvent): 'escape' | 'back' | 'next' | 'down' | undefined {
  // The Enter that ends the choosing of a word, as in Japanese, is not ours.
  if (nativeEvent.isComposing) return undefined;
  if (key === 'Escape') return 'escape';
  if (key === 'Tab') return shiftKey ? 'back' : 'next';
  return key === 'Enter' && !shiftKey && !altKey ? 'down' : undefined;
}
