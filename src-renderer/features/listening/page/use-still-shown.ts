// A list of unread posts that does not lose a post while it is being read.

import { useState } from 'react';

const none: readonly string[] = [];

/**
 * From the moment `isOn` becomes true, ids are only added. Empty while it is false; then
 * `read` is not called.
 */
export function useStillShown(isOn: boolean, read: () => readonly string[]): readonly string[] {
  const [shown, setShown] = useState({ isOn: false, ids: none });
  if (!isOn) {
    if (shown.isOn) setShown({ isOn, ids: none });
    return none;
  }
  const known = new Set(shown.ids);
  const added = read().filter((id) => !known.has(id));
  if (shown.isOn && added.length === 0) return shown.ids;
  const ids = [...shown.ids, ...added];
  setShown({ isOn, ids });
  return ids;
}
