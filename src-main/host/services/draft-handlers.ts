// Drafts of the windows. They are never written anywhere, and are gone when the book is locked
// or the host ends.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { ok } from '../../../src-shared/domain/result.ts';

type Served = Extract<keyof Handlers, `drafts.${string}`>;

const mostKept = 200;

export function draftHandlers(): Pick<Handlers, Served> {
  const drafts = new Map<string, string>();
  return {
    'drafts.keep': ({ of, text }) => {
      drafts.delete(of);
      if (text !== '') drafts.set(of, text);
      for (const [eldest] of drafts) {
        if (drafts.size <= mostKept) break;
        drafts.delete(eldest);
      }
      return ok(null);
    },
    'drafts.read': () => ok([...drafts].map(([of, text]) => ({ of, text }))),
  };
}
