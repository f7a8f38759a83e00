// Text that was begun and not saved yet: the host keeps it in its memory, so that loading the
// page again does not cost it.

import { z } from 'zod';

import { nothing, requestOf } from './request-of.ts';

/** `of`: what the text is for, in the window's own words. */
const draft = z.object({ of: z.string().min(1).max(400), text: z.string().max(1_000_000) });
export type KeptDraft = z.infer<typeof draft>;

export const draftRequests = {
  /** An empty text lets it go. */
  'drafts.keep': requestOf(draft).to<null>(),
  'drafts.read': requestOf(nothing).to<KeptDraft[]>(),
};
