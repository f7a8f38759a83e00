// Records merged into a person keep their own roles and moments: what belongs to the
// one who stayed is read under all their ids, and an old address leads to them.

import { useEffect, useMemo, useState } from 'react';

import { mergedKey } from '../../src-shared/domain/person.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { readKeepers } from '../../src-shared/records/merged.ts';
import { isClosing } from './closing-books.ts';
import { useBook } from './host-context.tsx';
import { mergedInto } from './queries/people.ts';
import { useRecords } from './use-records.ts';

/** The ids under which each of these people is known, their own first. */
export function useMergedIds(people: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const merged = useRecords(mergedInto(people)) ?? nobody;
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

/** The person who is shown instead of a merged one; undefined where there is none. */
export function useKeeper(doc: RecordDoc | null | undefined): string | undefined {
  const book = useBook();
  const [found, setFound] = useState<{ of: string; keeper: string }>();
  const of = doc?.status === 'merged' ? doc.id : undefined;
  useEffect(() => {
    if (of === undefined || isClosing(book)) return undefined;
    let isCurrent = true;
    const load = (ids: readonly string[]) => book.people.findByIds([...ids]).exec();
    void readKeepers([of], load).then((keepers) => {
      const keeper = keepers.get(of);
      if (isCurrent && keeper !== undefined && keeper !== of) setFound({ of, keeper });
    });
    return () => {
      isCurrent = false;
    };
  }, [book, of]);
  return of !== undefined && found?.of === of ? found.keeper : undefined;
}
