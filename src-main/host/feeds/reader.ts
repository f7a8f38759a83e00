// Has feeds read in a thread of its own, one at a time, each with a time limit.

import type { Discovered } from '../../../src-shared/feeds/discover.ts';
import type { ParsedFeed } from '../../../src-shared/feeds/feed.ts';
import { threadProgram } from '../thread-program.ts';
import { createTimedThread } from '../timed-thread.ts';

export type ReadQuestion = { bytes: Uint8Array; url: string; contentType: string };
export type ReadAnswer =
  | { type: 'feed'; feed: ParsedFeed }
  /** A web page, with the feeds it names. */
  | { type: 'page'; feeds: Discovered[] }
  | { type: 'empty' | 'neither' }
  /** It took too long or too much memory. */
  | { type: 'stuck' };

export type Reader = {
  read: (question: ReadQuestion) => Promise<ReadAnswer>;
  close: () => Promise<void>;
};

const longestMs = 15_000;
/** Enough for a feed of 8 MB; a small young generation keeps the rest from piling up. */
const limits = { maxOldGenerationSizeMb: 200, maxYoungGenerationSizeMb: 8 };

const program = threadProgram('feeds/worker.ts', 'feed-worker.js');

export function createReader(): Reader {
  const stuck: ReadAnswer = { type: 'stuck' };
  const thread = createTimedThread<ReadQuestion, ReadAnswer>({
    program,
    limits,
    longestMs,
    stuck,
  });
  return { read: thread.ask, close: thread.close };
}
