// What is done with people of a run, and taken back one step at a time.

import { useCallback, useRef } from 'react';

import type { NewRecord, RecordDoc } from '../../../src-shared/domain/record.ts';
import type { RunOutcome } from '../../../src-shared/domain/round.ts';
import type { Done } from '../../../src-shared/records/command.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { visitIn } from '../../../src-shared/records/intents/rounds.ts';
import { useHost } from '../../data/host-context.tsx';
import { useCommand } from '../../data/use-command.tsx';
import type { RunQueue } from './use-run-queue.ts';

export type RunActs = {
  /** As a record, to be made together with what was written down. */
  visit: (person: string, outcome: RunOutcome) => NewRecord;
  mark: (person: string, outcome: RunOutcome) => void;
  /** It was done with them: the next one comes. */
  did: (person: string, done: Done) => void;
  undo: () => void;
};

export function useRunActs(doc: RecordDoc, queue: RunQueue): RunActs {
  const run = useCommand();
  const { settings } = useHost();
  const by = settings?.userName ?? '';
  const steps = useRef<{ person: string; action: string }[]>([]);
  const undoing = useRef(Promise.resolve());
  const { marks, goOn, goTo } = queue;
  const visit = (person: string, outcome: RunOutcome): NewRecord =>
    visitIn({
      run: doc.id,
      person,
      outcome,
      at: Date.now(),
      by,
      after: marks.get(person)?.visits ?? [],
    });
  const did = (person: string, { action }: Done): void => {
    steps.current.push({ person, action });
    goOn(person);
  };
  return {
    visit,
    did,
    mark: (person, outcome) =>
      void run(create(visit(person, outcome))).then((done) => done && did(person, done)),
    undo: useCallback(() => {
      // One after the other, however fast the key is pressed.
      undoing.current = undoing.current.then(async () => {
        const last = steps.current.pop();
        const action = last === undefined ? {} : { action: last.action };
        await run({ type: 'undo', ...action });
        if (last !== undefined) goTo(last.person);
      });
    }, [run, goTo]),
  };
}
