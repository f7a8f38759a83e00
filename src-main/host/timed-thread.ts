// Has questions answered in a thread of its own, one at a time, each with a time limit. The
// thread begins with the first question and ends when there has been none for a while.

import { type ResourceLimits, Worker } from 'node:worker_threads';

import { createInTurn } from '../../src-shared/pacing/in-turn.ts';

export type TimedThread<Question extends object, Answer> = {
  ask: (question: Question) => Promise<Answer>;
  close: () => Promise<void>;
};

type Options<Answer> = {
  program: string;
  limits: ResourceLimits;
  longestMs: number;
  /** It took too long or too much memory. */
  stuck: Answer;
};

const idleMs = 20_000;

export function createTimedThread<Question extends object, Answer>({
  program,
  limits,
  longestMs,
  stuck,
}: Options<Answer>): TimedThread<Question, Answer> {
  let worker: Worker | undefined;
  let waiting: { id: number; settle: (answer: Answer) => void } | undefined;
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
      waiting?.settle(stuck);
    };
    begun.on('error', broken);
    begun.on('exit', () => {
      if (worker === begun) broken();
    });
    begun.on('message', ({ id, answer }: { id: number; answer: Answer }) => {
      if (waiting?.id === id) waiting.settle(answer);
    });
    return begun;
  };
  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve) => {
      clearTimeout(idle);
      worker ??= begin();
      const id = next++;
      const limit = setTimeout(() => {
        waiting?.settle(stuck);
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
    ask: (question) => inTurn(() => ask(question)),
    close: async () => {
      clearTimeout(idle);
      await end();
    },
  };
}
