// Live queries. Results are plain documents, in query order, newly read whenever a
// matching record changes, wherever it was changed.

import { useEffect, useMemo, useState } from 'react';
import type { MangoQuerySelectorAndIndex, RxDocument } from 'rxdb';
import { identity, map, type MonoTypeOperatorFunction, type Observable, throttleTime } from 'rxjs';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { BookDatabase } from '../../src-shared/schema/collections.ts';
import { isClosing } from './closing-books.ts';
import { useBegin } from './first-answers.tsx';
import { useBook } from './host-context.tsx';
import { keepParts } from './keep-parts.ts';
import { recordsWithIds, recordWithId } from './queries/any-record.ts';
import { plainDoc } from './plain-doc.ts';
import { type Collection, type Query, toMango } from './queries/query.ts';

/**
 * What a live query does when the host goes while it is asking: nothing, because the
 * query runs again on the next connection's database. Other errors are bugs and are thrown.
 */
export function whenHostGone(error: unknown): void {
  if (!String(error).includes('host-gone')) throw error;
}

/**
 * At once, then at most so often: while very much is written a list is drawn a few times a
 * second. What is named by its id is always drawn at once: somebody is looking at it.
 */
const calmMs = 250;
const calmly = <T>({ selector }: Pick<Query, 'selector'>): MonoTypeOperatorFunction<T> =>
  'id' in selector ? identity : throttleTime(calmMs, undefined, { leading: true, trailing: true });

/** RxDB keeps one document for each revision: what has not changed stays the same object. */
const plainBy = new WeakMap<object, RecordDoc>();
function plainOf(doc: RxDocument<RecordDoc>): RecordDoc {
  const known = plainBy.get(doc);
  if (known !== undefined) return known;
  const plain = plainDoc(doc);
  plainBy.set(doc, plain);
  return plain;
}

function withKept(before: readonly RecordDoc[], docs: readonly RecordDoc[]): RecordDoc[] {
  const beforeById = new Map(before.map((doc) => [doc.id, doc]));
  return docs.map((doc) => keepParts(beforeById.get(doc.id), doc));
}

/** The records of a query, now and whenever one of them changes. */
export const watchRecords = (book: BookDatabase, query: Query): Observable<RecordDoc[]> =>
  book[query.from].find(toMango(query)).$.pipe(
    calmly(query),
    map((docs) => docs.map(plainOf)),
  );

/** Undefined while loading; `query` undefined asks nothing and gives an empty list. */
export function useRecords(query: Query | undefined): RecordDoc[] | undefined {
  const book = useBook();
  const key = JSON.stringify(query);
  const [state, setState] = useState<{ key: string | undefined; docs: RecordDoc[] }>();
  const begin = useBegin();
  useEffect(() => {
    if (key === undefined || isClosing(book)) return undefined;
    const asked = JSON.parse(key) as Query;
    const answered = begin?.();
    const subscription = watchRecords(book, asked).subscribe({
      next: (docs) => {
        setState((before) => ({ key, docs: withKept(before?.docs ?? [], docs) }));
        answered?.();
      },
      error: whenHostGone,
    });
    return () => {
      subscription.unsubscribe();
      answered?.();
    };
  }, [book, key, begin]);
  const none = useMemo(() => [], []);
  if (query === undefined) return none;
  return state?.docs !== undefined && state.key === key ? state.docs : undefined;
}

/** Undefined while loading, null where there is none. */
export function useRecord(
  collection: Collection,
  id: string | undefined,
): RecordDoc | null | undefined {
  const docs = useRecords(id === undefined ? undefined : recordWithId(collection, id));
  return docs === undefined ? undefined : (docs[0] ?? null);
}

/** Many by id, in the order asked. */
export function useRecordsById(
  collection: Collection,
  ids: readonly string[],
): Map<string, RecordDoc> {
  const docs = useRecords(recordsWithIds(collection, ids));
  return useMemo(() => new Map((docs ?? []).map((doc) => [doc.id as string, doc])), [docs]);
}

/** How many match, live; undefined while loading and where nothing is asked. */
export function useCount(query: Query | undefined): number | undefined {
  const book = useBook();
  const key =
    query === undefined ? '' : JSON.stringify({ from: query.from, selector: query.selector });
  const [state, setState] = useState<{ key: string; count: number }>();
  useEffect(() => {
    if (key === '' || isClosing(book)) return undefined;
    const asked = JSON.parse(key) as Query;
    const counted = book[asked.from].count(toMango(asked) as MangoQuerySelectorAndIndex<RecordDoc>);
    const subscription = counted.$.pipe(calmly(asked)).subscribe({
      next: (count) => setState({ key, count }),
      error: whenHostGone,
    });
    return () => subscription.unsubscribe();
  }, [book, key]);
  return key !== '' && state?.key === key ? state.count : undefined;
}
