// The people who are ticked, as commands name them.

import type { Change, Ref } from '../../../../src-shared/records/command.ts';
import type { RunCommand } from '../../../data/use-command.tsx';

export type TickedContext = {
  ids: readonly string[];
  run: RunCommand;
  clear: () => void;
  isInTeam: boolean;
};

export const refsOf = (ids: readonly string[]): Ref[] =>
  ids.map((id) => ({ collection: 'people', id }));

/** Puts the values into a set of each of them. */
export const putAll = ({ ids, run }: TickedContext, set: string, values: readonly string[]): void =>
  void run({
    type: 'edit',
    changes: values.flatMap((value) =>
      refsOf(ids).map((ref): Change => ({ type: 'set-put', ref, set, item: { value } })),
    ),
  });
