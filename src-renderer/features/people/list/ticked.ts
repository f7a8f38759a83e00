// The people who are ticked, and doing something to all of them.

import type { Done } from '../../../../src-shared/records/command.ts';
import type { BulkAct } from '../../../../src-shared/records/intents/bulk.ts';
import type { Chosen } from '../../../data/chosen-people.ts';
import type { Way } from '../bulk/bulk-draft.ts';

export type TickedContext = {
  chosen: Chosen;
  /** Undefined when it did not work. */
  act: (act: BulkAct) => Promise<Done | undefined>;
  count: number;
  /** Opens the bulk edit of them, at one of its ways. */
  edit: (way: Way) => void;
  clear: () => void;
  isInTeam: boolean;
};

/** Puts the values into a set of each of them. */
export const putAll = ({ act }: TickedContext, set: string, values: readonly string[]): void =>
  void act({ type: 'put', set, values: [...values] });
