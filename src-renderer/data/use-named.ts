// Records by id, live, wherever among some collections they lie.

import { useEffect, useState } from 'react';
import { combineLatest, map } from 'rxjs';

import type { CollectionName, RecordDoc } from '../../src-shared/domain/record.ts';
import { isClosing } from './closing-books.ts';
import { useBook } from './host-context.tsx';
import { whenHostGone } from './use-records.ts';

const none: ReadonlyMap<string, RecordDoc> = new Map();

export function useNamed(
  collections: readonly CollectionName[],
  ids: readonly string[],
): ReadonlyMap<string, RecordDoc> {
  const book = useBook();
  const [found, setFound] = useState(none);
  const where = collections.join(' ');
  const wanted = [...new Set(ids)].sort().join(' ');
  useEffect(() => {
    if (where === '' || wanted === '' || isClosing(book)) return undefined;
    const queries = where
      .split(' ')
      .map((collection) => book[collection as CollectionName].findByIds(wanted.split(' ')).$);
    const subscription = combineLatest(queries)
      .pipe(map((maps) => maps.flatMap((some) => [...some.values()])))
      .subscribe({
        next: (docs) => setFound(new Map(docs.map((doc) => [doc.id, doc.toJSON() as RecordDoc]))),
        error: whenHostGone,
      });
    return () => subscription.unsubscribe();
  }, [book, where, wanted]);
  return found;
}
