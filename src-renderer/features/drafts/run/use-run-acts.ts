// What is done with drafts of a run.

import { messageIdOf, type Run } from '../../../../src-shared/drafts/run.ts';
import { logAllSent, markDrafts } from '../../../../src-shared/records/intents/draft-runs.ts';
import { threadOf } from '../../../data/thread-of.ts';
import { useCommand } from '../../../data/use-command.tsx';
import type { Row } from './rows.ts';

export type RunActs = {
  mark: (rows: readonly Row[], state: 'to-do' | 'opened' | 'skipped') => void;
  skip: (row: Row) => void;
  /** With the words that they have. */
  sent: (rows: readonly Row[]) => Promise<void>;
};

/** `onDone`: what comes after a draft that is sent or skipped. */
export function useRunActs(run: Run, onDone: (row: Row) => void): RunActs {
  const command = useCommand();
  const mark = async (rows: readonly Row[], state: 'to-do' | 'opened' | 'skipped') => {
    const other = rows.filter(({ draft, state: now }) => draft.step !== state && now !== 'sent');
    if (other.length === 0) return;
    const people = other.map(({ draft }) => draft.person);
    await command(markDrafts(run.id, people, state), { quiet: state !== 'skipped' });
  };
  return {
    mark: (rows, state) => void mark(rows, state),
    skip: (row) => void mark([row], 'skipped').then(() => onDone(row)),
    sent: async (rows) => {
      const { id, channel, purpose, template } = run;
      const when = Date.now();
      const sent = await Promise.all(
        rows.flatMap(({ person, draft, words }) =>
          person === undefined
            ? []
            : [
                (async () => ({
                  person: person.id as string,
                  ...words,
                  when,
                  run: id,
                  purpose,
                  template,
                  ...(channel === 'mail'
                    ? { thread: await threadOf(messageIdOf(id, draft.person)) }
                    : {}),
                }))(),
              ],
        ),
      );
      if (sent.length === 0 || (await command(logAllSent(sent))) === undefined) return;
      const [only] = rows;
      if (rows.length === 1 && only !== undefined) onDone(only);
    },
  };
}
