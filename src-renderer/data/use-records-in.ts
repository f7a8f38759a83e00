// One live query over several collections.

import { useEffect, useMemo, useState } from 'react';
import { combineLatest } from 'rxjs';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { isClosing } from './closing-books.ts';
import { useBook } from './host-context.tsx';
import { type Collection, type Query, watchRecords, whenHostGone } from './use-records.ts';

/** What each collection answers, in their order; undefined while one has not answered. */
export function useRecordsIn(
  collections: readonly Collection[],
  query: Query,
): readonly RecordDoc[][] | undefined {
  const book = useBook();
  const where = collections.join(' ');
  const asked = JSON.stringify(query);
  const [state, setState] = useState<{ key: string; answers: RecordDoc[][] }>();
  const key = `${where} ${asked}`;
  useEffect(() => {
    if (isClosing(book)) return undefined;
    const each = where
      .split(' ')
      .filter((one) => one !== '')
      .map((one) => watchRecords(book, one as Collection, JSON.parse(asked) as Query));
    const subscription = combineLatest(each).subscribe({
      next: (answers) => setState({ key, answers }),
      error: whenHostGone,
    });
    return () => subscription.unsubscribe();
  }, [book, where, asked, key]);
  return state?.key === key ? state.answers : undefined;
}

/** Records by id, wherever among some collections they lie; none while they are on the way. */
export function useNamed(
  collections: readonly Collection[],
  ids: readonly string[],
): ReadonlyMap<string, RecordDoc> {
  const wanted = [...new Set(ids)].sort();
  const answers = useRecordsIn(wanted.length === 0 ? [] : collections, {
    selector: { id: { $in: wanted } },
  });
  return useMemo(
    () => new Map((answers ?? []).flat().map((doc) => [doc.id as string, doc])),
    [answers],
  );
}
