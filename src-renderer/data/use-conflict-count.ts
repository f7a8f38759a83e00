// How many conflicts are open: each once, several in one record too.

import { openConflictsOf } from '../../src-shared/records/merged.ts';
import { openConflicts } from './queries/any-record.ts';
import { useRecordsIn } from './use-records-in.ts';

/** `most`: records that are looked at, of each collection. */
export const useConflictCount = (most?: number): number =>
  (useRecordsIn(openConflicts(most)) ?? []).flat().flatMap(openConflictsOf).length;
