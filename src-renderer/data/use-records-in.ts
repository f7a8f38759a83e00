// One live question to several collections.

import { useEffect, useMemo, useState } from 'react';
import { combineLatest } from 'rxjs';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { isClosing } from './closing-books.ts';
import { useBook } from './host-context.tsx';
import { recordsWithIds } from './queries/any-record.ts';
import type { Collection, Query } from './queries/query.ts';
import { watchRecords, whenHostGone } from './use-records.ts';

/** What each is answered, in their order; undefined while one has not been. */
export function useRecordsIn(queries: readonly Query[]): readonly RecordDoc[][] | undefined {
  const book = useBook();
  const key = JSON.stringify(queries);
  const [state, setState] = useState<{ key: string; answers: RecordDoc[][] }>();
  useEffect(() => {
    if (isClosing(book)) return undefined;
    const each = (JSON.parse(key) as Query[]).map((one) => watchRecords(book, one));
    const subscription = combineLatest(each).subscribe({
      next: (answers) => setState({ key, answers }),
      error: whenHostGone,
    });
    return () => subscription.unsubscribe();
  }, [book, key]);
  return state?.key === key ? state.answers : undefined;
}

/** Records by id, wherever among some collections they lie; none while they are on the way. */
export function useNamed(
  collections: readonly Collection[],
  ids: readonly string[],
): ReadonlyMap<string, RecordDoc> {
  const answers = useRecordsIn(collections.flatMap((from) => recordsWithIds(from, ids) ?? []));
  return useMemo(
    () => new Map((answers ?? []).flat().map((doc) => [doc.id as string, doc])),
    [answers],
  );
}
