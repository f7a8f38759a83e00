// Into the trash and out of it: a record goes with whatever was merged into it.

import { mergeable } from '../domain/merging.ts';
import type { RecordTx } from '../store/record-store.ts';
import type { Ref } from './command.ts';
import type { CommandContext } from './context.ts';
import { partsOf } from './parts.ts';
import type { Plan } from './writes.ts';

/** With who is part of these, where they were merged. */
export function withParts(tx: RecordTx, refs: readonly Ref[]): Ref[] {
  return mergeable.reduce<Ref[]>(
    (all, of) => {
      const ids = refs.filter(({ collection }) => collection === of).map(({ id }) => id);
      if (ids.length === 0) return all;
      const asked = new Set(ids);
      const parts = partsOf(tx, of, ids).filter(({ id }) => !asked.has(id));
      return [...all, ...parts.map(({ id }): Ref => ({ collection: of, id }))];
    },
    [...refs],
  );
}

/** The same time for all: by it they are known to have gone together. */
export function trashed(context: CommandContext): Plan {
  const at = context.now();
  return () => [{ what: 'trashedAt', value: at }];
}

export const restored: Plan = () => [
  { what: 'trashedAt', value: null },
  { what: 'undoneBy', value: null },
];
