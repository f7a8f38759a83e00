// Whom records name, people and groups alike: whoever was merged is the one who stands for them.

import { useEffect, useMemo, useState } from 'react';

import { kinds } from '../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { readKeepers } from '../../src-shared/records/merged.ts';
import { isClosing } from './closing-books.ts';
import { useBook } from './host-context.tsx';
import { useNamed } from './use-records-in.ts';

const parties = ['people', 'groups'] as const;

/** By the id that a record names; none while they are on the way. */
export function useParties(ids: readonly string[]): ReadonlyMap<string, RecordDoc> {
  const book = useBook();
  const named = useNamed(parties, ids);
  const [keepers, setKeepers] = useState<ReadonlyMap<string, string>>(nobody);
  const merged = [...named.values()].filter(({ status }) => status === 'merged');
  const key = merged.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (key === '' || isClosing(book)) return undefined;
    let isCurrent = true;
    const gone = key.split(' ');
    const found = parties.map((of) =>
      readKeepers(
        gone.filter((id) => kinds.get(named.get(id)?.kind ?? '')?.collection === of),
        (some) => book[of].findByIds([...some]).exec(),
      ),
    );
    void Promise.all(found).then((maps) => {
      if (isCurrent) setKeepers(new Map(maps.flatMap((one) => [...one])));
    });
    return () => {
      isCurrent = false;
    };
  }, [book, key, named]);
  const standing = useNamed(parties, [...new Set(keepers.values())]);
  return useMemo(
    () =>
      new Map(
        [...named].map(([id, doc]) => [
          id,
          (doc.status === 'merged' ? standing.get(keepers.get(id) ?? '') : undefined) ?? doc,
        ]),
      ),
    [named, standing, keepers],
  );
}

const nobody: ReadonlyMap<string, string> = new Map();
