// Records merged into another keep their own roles and moments: what belongs to the one that
// stayed is read under all their ids, and an old address leads to it.

import { useEffect, useMemo, useState } from 'react';

import { type Mergeable, mergeableOf, mergedKey } from '../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { readKeepers } from '../../src-shared/records/merged.ts';
import { isClosing } from './closing-books.ts';
import { useBook } from './host-context.tsx';
import { mergedInto } from './queries/merged.ts';
import { useRecords } from './use-records.ts';

/** The ids under which each of these is known, its own first. */
export function useMergedIds(
  people: readonly string[],
  of: Mergeable = 'people',
): ReadonlyMap<string, readonly string[]> {
  const merged = useRecords(mergedInto(of, people)) ?? nobody;
  const key = [...new Set(people)].sort().join(' ');
  return useMemo(
    () =>
      new Map(
        key.split(' ').map((id) => {
          const own = merged.filter(({ keys }) => keys.includes(mergedKey(id)));
          return [id, [id, ...own.map((doc) => doc.id)]];
        }),
      ),
    [key, merged],
  );
}

const nobody: RecordDoc[] = [];

/** The one that is shown instead of a merged one; undefined where there is none. */
export function useKeeper(doc: RecordDoc | null | undefined): string | undefined {
  const book = useBook();
  const [found, setFound] = useState<{ of: string; keeper: string }>();
  const of = doc?.status === 'merged' ? doc.id : undefined;
  const collection = doc === null || doc === undefined ? 'people' : mergeableOf(doc);
  useEffect(() => {
    if (of === undefined || isClosing(book)) return undefined;
    let isCurrent = true;
    const load = (ids: readonly string[]) => book[collection].findByIds([...ids]).exec();
    void readKeepers([of], load).then((keepers) => {
      const keeper = keepers.get(of);
      if (isCurrent && keeper !== undefined && keeper !== of) setFound({ of, keeper });
    });
    return () => {
      isCurrent = false;
    };
  }, [book, collection, of]);
  return of !== undefined && found?.of === of ? found.keeper : undefined;
}
