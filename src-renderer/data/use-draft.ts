// Text that was begun and not saved yet. It waits in this window, so that a look at another
// page does not cost it, and in the memory of the host, so that loading the page again does
// not either; it is gone when the book is locked.

import { useState } from 'react';

import type { KeptDraft } from '../../src-shared/bridge/requests/drafts.ts';

const drafts = new Map<string, string>();
let tellHost: (draft: KeptDraft) => void = () => undefined;

/** What the host had from before this page was loaded; from now on it hears of each change. */
export function takeDrafts(kept: readonly KeptDraft[], tell: typeof tellHost): void {
  for (const { of, text } of kept) if (!drafts.has(of)) drafts.set(of, text);
  tellHost = tell;
}

/** '' where nothing waits. `of` says what the text is for. */
export const keptDraft = (of: string): string => drafts.get(of) ?? '';

/** '' lets it go. */
export function keepDraft(of: string, text: string): void {
  if (text === keptDraft(of)) return;
  if (text === '') drafts.delete(of);
  else drafts.set(of, text);
  tellHost({ of, text });
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

/** Of a form: it stays when the page is left, and goes when the form is closed or saved. */
export function useFormDraft(of: string, onClose: () => void) {
  const [text, keep] = useDraft(of);
  const leave = (): void => {
    keep('');
    onClose();
  };
  return { text, keep, leave };
}
