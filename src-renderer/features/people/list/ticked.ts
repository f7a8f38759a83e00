// The people who are ticked, as commands name them.

import type { Ref } from '../../../../src-shared/records/command.ts';
import { putForAll } from '../../../../src-shared/records/intents/people.ts';
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
  void run(putForAll(ids, set, values));
