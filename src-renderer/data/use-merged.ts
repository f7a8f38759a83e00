// Records merged into a person keep their own roles and moments: what belongs to the
// one who stayed is read under all their ids, and an old address leads to them.

import { useEffect, useMemo, useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { BookDatabase } from '../../src-shared/schema/collections.ts';
import { isClosing } from './closing-books.ts';
import { useBook } from './host-context.tsx';
import { useRecords } from './use-records.ts';

/** The ids under which each of these people is known, their own first, however many merges deep. */
export function useMergedIds(people: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const key = [...new Set(people)].sort().join(' ');
  const [known, setKnown] = useState({ key, docs: nobody });
  const merged = known.key === key ? known.docs : nobody;
  const keepers = new Set([...(key === '' ? [] : key.split(' ')), ...merged.map(({ id }) => id)]);
  // Asks again for those merged into the ones it has found, until there are no more.
  const found = useRecords(
    'people',
    keepers.size === 0
      ? undefined
      : {
          selector: {
            keys: { $in: [...keepers].sort().map((id) => `merged:${id}`) },
            status: 'merged' as const,
          },
        },
  );
  if (found !== undefined && (known.key !== key || found !== known.docs))
    setKnown({ key, docs: found });
  return useMemo(
    () => new Map(key.split(' ').map((id) => [id, idsMergedInto(id, merged)])),
    [key, merged],
  );
}

const nobody: RecordDoc[] = [];

/** Itself, then who was merged into it, then who was merged into those. */
export function idsMergedInto(id: string, merged: readonly RecordDoc[]): string[] {
  const ids = new Set([id]);
  for (const keeper of ids)
    for (const doc of merged) if (doc.fields['mergedInto'] === keeper) ids.add(doc.id);
  return [...ids];
}

/** The person who is shown instead of a merged one; undefined where there is none. */
export function useKeeper(doc: RecordDoc | null | undefined): string | undefined {
  const book = useBook();
  const [found, setFound] = useState<{ of: string; keeper: string }>();
  const next = doc?.status === 'merged' ? doc.fields['mergedInto'] : undefined;
  const of = doc?.id;
  useEffect(() => {
    if (typeof next !== 'string' || of === undefined || isClosing(book)) return undefined;
    let isCurrent = true;
    void findKeeper(book, of, next).then((keeper) => {
      if (isCurrent && keeper !== undefined) setFound({ of, keeper });
    });
    return () => {
      isCurrent = false;
    };
  }, [book, of, next]);
  return typeof next === 'string' && found?.of === of ? found?.keeper : undefined;
}

/** Two people merged into each other at once on two laptops lead nowhere. */
async function findKeeper(
  book: BookDatabase,
  from: string,
  first: string,
): Promise<string | undefined> {
  const seen = new Set<string>([from]);
  for (let id = first; !seen.has(id);) {
    seen.add(id);
    const doc = await book.people.findOne(id).exec();
    if (doc === null) return undefined;
    if (doc.status === 'live' || doc.status === 'trashed') return id;
    const next: unknown = doc.fields['mergedInto'];
    if (doc.status !== 'merged' || typeof next !== 'string') return undefined;
    id = next;
  }
  return undefined;
}
