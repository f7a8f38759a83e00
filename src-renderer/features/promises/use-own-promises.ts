// The promises of one person or group, under whatever ids they were merged from.

import { mergeableOf } from '../../../src-shared/domain/merging.ts';
import { promise, type PromiseSide, sideOf, stateOf } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import {
  type Clock,
  settlementOf,
  standingOf,
} from '../../../src-shared/query/promise-standing.ts';
import { readerZone } from '../../data/asking-views.ts';
import { workNaming } from '../../data/queries/happened.ts';
import { useMergedIds } from '../../data/use-merged.ts';
import { useRecords } from '../../data/use-records.ts';
import { useNow } from '../../ui/use-now.ts';
import { byDue } from './promise-words.ts';

/** Of one person or group so many are shown. */
const most = 500;

export const useClock = (): Clock => ({ now: useNow(), zone: readerZone() });

export type OwnPromises = {
  ids: readonly string[];
  clock: Clock;
  /** The first due first. */
  open: RecordDoc[];
  /** The last settled first. */
  settled: RecordDoc[];
};

export function useOwnPromises(doc: RecordDoc): OwnPromises | undefined {
  const ids = useMergedIds([doc.id], mergeableOf(doc)).get(doc.id) ?? [doc.id];
  const found = useRecords(workNaming(ids, [promise.kind], most));
  const clock = useClock();
  return found && { ids, clock, ...inOrder(found, clock) };
}

export function inOrder(docs: readonly RecordDoc[], clock: Clock) {
  const due = new Map(docs.map((doc) => [doc, standingOf(doc, clock).counted]));
  return {
    open: docs
      .filter((doc) => stateOf(doc) === 'open')
      .toSorted((a, b) => byDue(due.get(a), due.get(b))),
    settled: docs
      .filter((doc) => stateOf(doc) !== 'open')
      .toSorted((a, b) => settlementOf(b).at - settlementOf(a).at),
  };
}

export const ofSide = (docs: readonly RecordDoc[], side: PromiseSide): RecordDoc[] =>
  docs.filter((doc) => (sideOf(doc) ?? 'ours') === side);
