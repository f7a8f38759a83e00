// Keeps the facts of the people a transaction touched, in that transaction. A contact
// that is added can only raise what stands there; whatever is changed or taken away makes
// the person's facts be computed anew from the records.

import { kinds } from '../../../../src-shared/domain/kinds.ts';
import type { CollectionName, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { mergedKey } from '../../../../src-shared/domain/person.ts';
import { unreadOf } from '../../../../src-shared/feeds/unread.ts';
import {
  addContact,
  contactOf,
  factsOf,
  keeperOf,
  type Kept,
  spokenBy,
} from '../../../../src-shared/query/facts-of.ts';
import { noFacts } from '../../../../src-shared/query/facts.ts';
import { unreadId } from '../../../../src-shared/records/owned.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { readByKeys, readDocs } from '../sqlite/record-reads.ts';
import { readFacts, writeFacts } from './rows.ts';

export type FactsLog = {
  /** Called with each document put or purged, and the one it replaces. */
  note: (
    collection: CollectionName,
    doc: RecordDoc | undefined,
    previous: RecordDoc | undefined,
  ) => void;
  /** These are computed anew. */
  touch: (ids: readonly string[]) => void;
  /** Call before the commit, when the index of keys is up to date. */
  flush: () => void;
};

export type FactsSource = {
  writer: Connection;
  tableOf: (collection: CollectionName) => CollectionTable;
  now: () => number;
};

/** Where records may speak of people. */
export const speaking = ['moments', 'work'] as const;
export const watched = ['people', ...speaking, 'local'] as const;

export function createFactsLog({ writer, tableOf, now }: FactsSource): FactsLog {
  const at = now();
  const touched = new Set<string>();
  const raisedById = new Map<string, Kept>();
  const made = new Set<string>();
  const changed = new Set<CollectionName>();

  function raise(doc: RecordDoc): void {
    const spoken = spokenBy(doc, kinds);
    if (spoken === undefined) return;
    const { contact, due, promise } = spoken.said;
    for (const id of spoken.people) {
      if (due !== undefined || promise !== undefined) touched.add(id);
      if (contact === undefined) continue;
      const raised = raisedById.get(id) ?? { ...noFacts };
      addContact(raised, contactOf(doc, contact), at);
      raisedById.set(id, raised);
    }
  }

  /** What is kept of one person under all ids they were merged from. */
  function compute(family: readonly string[]): Kept {
    const records = speaking.flatMap((collection) => {
      const table = tableOf(collection);
      const ids = [...readByKeys(writer, table, family).values()].flat();
      return [...readDocs(writer, table, [...new Set(ids)]).values()];
    });
    const spoken = records.filter((doc) =>
      spokenBy(doc, kinds)?.people.some((id) => family.includes(id)),
    );
    const unread = readDocs(writer, tableOf('local'), family.map(unreadId));
    const unreadCount = [...unread.values()].reduce((sum, doc) => sum + unreadOf(doc).length, 0);
    return factsOf(spoken, unreadCount, at, kinds);
  }

  function flush(): void {
    if (changed.size === 0 && touched.size === 0) return;
    const merged = mergesIn(writer, tableOf('people'));
    for (const id of made) if (merged.keepers.has(id)) touched.add(id);
    for (const id of [...touched]) for (const gone of merged.familyOf(id)) touched.add(gone);
    const anew = new Set([...touched].map(merged.keeperOf));
    for (const id of touched) if (!anew.has(id)) writeFacts(writer, id, noFacts);
    for (const id of anew) writeFacts(writer, id, compute(merged.familyOf(id)));
    for (const [id, raised] of raisedById) {
      const keeper = merged.keeperOf(id);
      if (anew.has(keeper)) continue;
      const kept = readFacts(writer, keeper);
      if (raised.lastContact !== undefined) addContact(kept, raised.lastContact, at);
      if (raised.turnsAt !== undefined)
        kept.turnsAt = Math.min(raised.turnsAt, kept.turnsAt ?? Infinity);
      writeFacts(writer, keeper, kept);
    }
    for (const collection of changed) {
      writer
        .prepare('INSERT OR REPLACE INTO facts_state VALUES (?, ?)')
        .run(collection, tableOf(collection).sequence);
    }
  }

  return {
    note(collection, doc, previous) {
      if (!watched.some((name) => name === collection)) return;
      changed.add(collection);
      if (collection === 'people') {
        const [before, after] = [keeperIn(previous), keeperIn(doc)];
        if (previous === undefined && doc !== undefined) made.add(doc.id);
        if (before === after && doc !== undefined) return;
        const id = doc?.id ?? previous?.id;
        for (const one of [id, before, after]) if (one !== undefined) touched.add(one);
      } else if (collection === 'local') {
        for (const owner of [unreadOwner(doc), unreadOwner(previous)])
          if (owner !== undefined) touched.add(owner);
      } else if (previous === undefined && doc !== undefined) {
        raise(doc);
      } else {
        for (const one of [doc, previous])
          for (const id of one === undefined ? [] : (spokenBy(one, kinds)?.people ?? []))
            touched.add(id);
      }
    },
    touch(ids) {
      for (const id of ids) touched.add(id);
    },
    flush,
  };
}

const keeperIn = (doc: RecordDoc | undefined): string | undefined => {
  const keeper = doc?.fields['mergedInto'];
  return typeof keeper === 'string' ? keeper : undefined;
};

function unreadOwner(doc: RecordDoc | undefined): string | undefined {
  const owner = doc?.kind === 'unread' ? doc.fields['owner'] : undefined;
  return typeof owner === 'string' ? owner : undefined;
}

type Merges = {
  keepers: ReadonlySet<string>;
  keeperOf: (id: string) => string;
  /** A keeper and everybody who was merged into them, however many steps away. */
  familyOf: (keeper: string) => string[];
};

/** Most books hold few merged people, or none: all their keepers are known beforehand. */
function mergesIn(writer: Connection, people: CollectionTable): Merges {
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
    keeperOf: (id) => keeperOf(id, (one) => nextById.get(one)),
    familyOf: (keeper) => {
      const family = new Set([keeper]);
      for (const id of family) for (const gone of goneByKeeper.get(id) ?? []) family.add(gone);
      return [...family];
    },
  };
}
