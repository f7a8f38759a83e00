// The people who are ticked, and doing something to all of them.

import type { Done } from '../../../../src-shared/records/command.ts';
import type { BulkAct } from '../../../../src-shared/records/intents/bulk.ts';
import type { Ticked } from '../../../lists/bulk/ticked.ts';

export type TickedPeople = Ticked & {
  /** Undefined when it did not work. */
  act: (act: BulkAct) => Promise<Done | undefined>;
  isInTeam: boolean;
};

/** Puts the values into a set of each of them. */
export const putAll = ({ act }: TickedPeople, set: string, values: readonly string[]): void =>
  void act({ type: 'put', set, values: [...values] });
