// All open conflicts of the book, the newest first.

import { useMemo } from 'react';

import type { Conflict, RecordDoc } from '../../../src-shared/domain/record.ts';
import { useRecords } from '../../data/use-records.ts';

type Collection = 'people' | 'groups' | 'moments' | 'ties' | 'work';
export type OpenConflict = {
  ref: { collection: Collection; id: string };
  doc: RecordDoc;
  conflict: Conflict;
};

export const mostShown = 200;
const query = { selector: { keys: 'has:conflict' }, limit: mostShown };

/** Undefined while loading. */
export function useConflicts(): OpenConflict[] | undefined {
  const people = useRecords('people', query);
  const groups = useRecords('groups', query);
  const moments = useRecords('moments', query);
  const ties = useRecords('ties', query);
  const work = useRecords('work', query);
  return useMemo(() => {
    if (!people || !groups || !moments || !ties || !work) return undefined;
    const all = [
      ...openIn('people', people),
      ...openIn('groups', groups),
      ...openIn('moments', moments),
      ...openIn('ties', ties),
      ...openIn('work', work),
    ];
    all.sort((a, b) => b.conflict.wonBy.at - a.conflict.wonBy.at);
    return all.slice(0, mostShown);
  }, [people, groups, moments, ties, work]);
}

const openIn = (collection: Collection, docs: readonly RecordDoc[]): OpenConflict[] =>
  docs.flatMap((doc) =>
    doc.conflicts.map((conflict) => ({ ref: { collection, id: doc.id }, doc, conflict })),
  );
