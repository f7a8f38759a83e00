// What is to be said on this laptop now without having been asked for.

import { z } from 'zod';

import type { Decision } from '../../notices/decide.ts';
import type { Note } from '../../notices/note.ts';
import { requestOf } from './request-of.ts';

/** With what its words need. */
export type Notice = Note & {
  about: { collection: 'people' | 'groups'; id: string; kind: string; name: string } | undefined;
  /** Who wrote it, of a comment. */
  writer?: { by: string; device: string };
};

export type NoticesAnswer = {
  toasts: Notice[];
  digest?: Decision['digest'];
  /** Of those that are shown: what is no longer open. */
  gone: string[];
  /** When to ask again (ms since 1970). */
  next?: number;
};

export const noticeRequests = {
  /** Each is answered once: whoever asks says it. `shown`: keys of what is still to be seen. */
  'notices.take': requestOf(
    z.object({ zone: z.string().max(64), shown: z.array(z.string().max(300)).max(50) }),
  ).to<NoticesAnswer>(),
};
