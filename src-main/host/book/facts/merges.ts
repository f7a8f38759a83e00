// Who was merged into whom, as the index of keys knows it.

import { mergedKey } from '../../../../src-shared/domain/merging.ts';
import { endOfChain } from '../../../../src-shared/records/merged.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { readByKeys, readDocs } from '../sqlite/record-reads.ts';

type Merges = {
  keepers: ReadonlySet<string>;
  keeperOf: (id: string) => string;
  /** A keeper and everybody who was merged into them, however many steps away. */
  familyOf: (keeper: string) => string[];
};

/** Most books hold few merged people, or none: all their keepers are known beforehand. */
export function mergesIn(writer: Connection, people: CollectionTable): Merges {
  const prefix = mergedKey('');
  const keys = writer
    .prepare(`SELECT DISTINCT value FROM ${people.keys} WHERE value >= ? AND value < ?`)
    .all(prefix, `${prefix}\u{10FFFF}`)
    .map((row) => String(row['value']));
  const goneByKeeper = new Map<string, string[]>();
  const nextById = new Map<string, string>();
  const known = readDocs(
    writer,
    people,
    keys.map((key) => key.slice(prefix.length)),
  );
  for (const [key, ids] of readByKeys(writer, people, keys)) {
    const keeper = key.slice(prefix.length);
    goneByKeeper.set(keeper, ids);
    // A keeper that has not come yet keeps nobody.
    if (known.has(keeper)) for (const id of ids) nextById.set(id, keeper);
  }
  return {
    keepers: new Set(goneByKeeper.keys()),
    keeperOf: (id) => endOfChain(id, (one) => nextById.get(one)),
    familyOf: (keeper) => {
      const family = new Set([keeper]);
      for (const id of family) for (const gone of goneByKeeper.get(id) ?? []) family.add(gone);
      return [...family];
    },
  };
}
