// Text that was begun and not saved yet. It waits in this window, so that a look at another
// page does not cost it; it is gone when the page is loaded again, as when the book is locked.

import { useState } from 'react';

const drafts = new Map<string, string>();

/** '' where nothing waits. `of` says what the text is for. */
export const keptDraft = (of: string): string => drafts.get(of) ?? '';

/** '' lets it go. */
export function keepDraft(of: string, text: string): void {
  if (text === '') drafts.delete(of);
  else drafts.set(of, text);
}

/** `of` stays the same while it is shown. */
export function useDraft(of: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => keptDraft(of));
  const keep = (next: string): void => {
    keepDraft(of, next);
    setText(next);
  };
  return [text, keep];
}
