// Has feeds read in a thread of its own, one at a time, each with a time limit. The
// thread begins with the first feed and ends when there has been none for a while.

import { Worker } from 'node:worker_threads';

import type { Discovered } from '../../../src-shared/feeds/discover.ts';
import type { ParsedFeed } from '../../../src-shared/feeds/feed.ts';
import { createInTurn } from '../../../src-shared/pacing/in-turn.ts';
import { threadProgram } from '../thread-program.ts';

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
const idleMs = 20_000;
/** Enough for a feed of 8 MB; a small young generation keeps the rest from piling up. */
const limits = { maxOldGenerationSizeMb: 200, maxYoungGenerationSizeMb: 8 };

const program = threadProgram('feeds/worker.ts', 'feed-worker.js');

export function createReader(): Reader {
  let worker: Worker | undefined;
  let waiting: { id: number; settle: (answer: ReadAnswer) => void } | undefined;
  let next = 0;
  const inTurn = createInTurn();
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const begin = (): Worker => {
    const begun = new Worker(program, { resourceLimits: limits });
    begun.unref();
    const broken = (): void => {
      if (worker === begun) worker = undefined;
      waiting?.settle({ type: 'stuck' });
    };
    begun.on('error', broken);
    begun.on('exit', () => {
      if (worker === begun) broken();
    });
    begun.on('message', ({ id, answer }: { id: number; answer: ReadAnswer }) => {
      if (waiting?.id === id) waiting.settle(answer);
    });
    return begun;
  };
  const ask = (question: ReadQuestion): Promise<ReadAnswer> =>
    new Promise((resolve) => {
      clearTimeout(idle);
      worker ??= begin();
      const id = next++;
      const limit = setTimeout(() => {
        waiting?.settle({ type: 'stuck' });
        void end();
      }, longestMs);
      waiting = {
        id,
        settle: (answer) => {
          waiting = undefined;
          clearTimeout(limit);
          idle = setTimeout(() => void end(), idleMs).unref();
          resolve(answer);
        },
      };
      worker.postMessage({ ...question, id });
    });
  return {
    read: (question) => inTurn(() => ask(question)),
    close: async () => {
      clearTimeout(idle);
      await end();
    },
  };
}
