// Text that was begun and not saved yet. It waits in this window, so that a look at another
// page does not cost it; it is gone when the page is loaded again, as when the book is locked.

import { useState } from 'react';

const drafts = new Map<string, string>();

/** `of` says what the text is for, and stays the same while it is shown. */
export function useDraft(of: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(of) ?? '');
  const keep = (next: string): void => {
    if (next === '') drafts.delete(of);
    else drafts.set(of, next);
    setText(next);
  };
  return [text, keep];
}
