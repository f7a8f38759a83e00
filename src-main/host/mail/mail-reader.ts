// Has mail read in a thread of its own, so that nothing else waits for it.

import { Worker } from 'node:worker_threads';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { MailBody } from '../../../src-shared/mail/mail-types.ts';
import { threadProgram } from '../thread-program.ts';
import type { MailAnswer, MailQuestion } from './mail-messages.ts';

type ReadAnswer = Extract<MailAnswer, { type: 'read' | 'no-mail' }>;

export type MailReader = {
  /** Each piece is answered once it has been read. */
  ask(question: Exclude<MailQuestion, { type: 'bodies' }>): Promise<Result<ReadAnswer>>;
  bodies: (of: readonly number[]) => Promise<MailBody[]>;
  close: () => Promise<void>;
};

const program = threadProgram('mail/worker.ts', 'mail-worker.js');
const limits = { maxOldGenerationSizeMb: 1_536 };

export function openMailReader(): MailReader {
  const worker = new Worker(program, { resourceLimits: limits });
  worker.unref();
  const waiting = new Map<number, (answer: MailAnswer | undefined) => void>();
  let next = 0;
  let isGone = false;
  const gone = (): void => {
    isGone = true;
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
  };
  worker.on('error', gone);
  worker.on('exit', gone);
  worker.on('message', ({ id, answer }: { id: number; answer: MailAnswer }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  const ask = (question: MailQuestion): Promise<MailAnswer | undefined> =>
    new Promise((resolve) => {
      if (isGone) return resolve(undefined);
      const id = next++;
      waiting.set(id, resolve);
      worker.postMessage({ ...question, id });
    });
  return {
    ask: async (question) => {
      const answer = await ask(question);
      return answer === undefined || answer.type === 'bodies'
        ? fail('file-unreadable')
        : ok(answer);
    },
    bodies: async (of) => {
      const answer = await ask({ type: 'bodies', of });
      return answer?.type === 'bodies' ? answer.bodies : [];
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
