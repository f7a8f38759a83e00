// All open conflicts of the book, the newest first.

import { useMemo } from 'react';

import {
  type Conflict,
  editedCollections,
  type RecordDoc,
} from '../../../src-shared/domain/record.ts';
import type { Ref } from '../../../src-shared/records/command.ts';
import { openConflictsOf } from '../../../src-shared/records/merged.ts';
import { openConflicts } from '../../data/queries/any-record.ts';
import { useRecordsIn } from '../../data/use-records-in.ts';

export type OpenConflict = { ref: Ref; doc: RecordDoc; conflict: Conflict };

export const mostShown = 200;

/** Undefined while loading. */
export function useConflicts(): OpenConflict[] | undefined {
  const answers = useRecordsIn(openConflicts(mostShown));
  return useMemo(() => {
    const all = answers?.flatMap((docs, at) => docs.flatMap(openIn(editedCollections[at])));
    all?.sort((a, b) => b.conflict.wonBy.at - a.conflict.wonBy.at);
    return all?.slice(0, mostShown);
  }, [answers]);
}

const openIn =
  (collection: Ref['collection'] = 'people') =>
  (doc: RecordDoc): OpenConflict[] =>
    openConflictsOf(doc).map((conflict) => ({ ref: { collection, id: doc.id }, doc, conflict }));
