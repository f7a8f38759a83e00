// All open conflicts of the book, the newest first.

import { useMemo } from 'react';

import type { Conflict, RecordDoc } from '../../../src-shared/domain/record.ts';
import { useRecords } from '../../data/use-records.ts';

type Collection = 'people' | 'groups' | 'moments' | 'ties' | 'work' | 'setup';
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
  const setup = useRecords('setup', query);
  return useMemo(() => {
    if (!people || !groups || !moments || !ties || !work || !setup) return undefined;
    const all = [
      ...openIn('people', people),
      ...openIn('groups', groups),
      ...openIn('moments', moments),
      ...openIn('ties', ties),
      ...openIn('work', work),
      ...openIn('setup', setup),
    ];
    all.sort((a, b) => b.conflict.wonBy.at - a.conflict.wonBy.at);
    return all.slice(0, mostShown);
  }, [people, groups, moments, ties, work, setup]);
}

const openIn = (collection: Collection, docs: readonly RecordDoc[]): OpenConflict[] =>
  docs.flatMap((doc) =>
    doc.conflicts.map((conflict) => ({ ref: { collection, id: doc.id }, doc, conflict })),
  );
