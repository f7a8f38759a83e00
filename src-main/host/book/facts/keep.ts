// Keeps the facts of the people a transaction touched, in that transaction. A contact
// that is added can only raise what stands there; whatever is changed or taken away has
// the person's facts computed from the records again.

import { kinds } from '../../../../src-shared/domain/kinds.ts';
import { mergedIntoOf } from '../../../../src-shared/domain/merging.ts';
import type { CollectionName, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { unreadOf } from '../../../../src-shared/feeds/unread.ts';
import {
  addContact,
  contactOf,
  factsOf,
  type Kept,
  spokenBy,
} from '../../../../src-shared/query/facts-of.ts';
import { noFacts } from '../../../../src-shared/query/facts.ts';
import { unreadId } from '../../../../src-shared/records/owned.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { readByKeys, readDocs, writtenSince } from '../sqlite/record-reads.ts';
import { speaking, watched } from './columns.ts';
import { mergesIn } from './merges.ts';
import { numberRows, readFacts, writeFacts } from './rows.ts';

export type FactsLog = {
  /** Called with each document put or purged, and the one it replaces. */
  note: (
    collection: CollectionName,
    doc: RecordDoc | undefined,
    previous: RecordDoc | undefined,
  ) => void;
  /** Has the facts of these people computed from the records. */
  touch: (ids: readonly string[]) => void;
  /** Call before the commit, when the index of keys is up to date. */
  flush: () => void;
};

export type FactsSource = {
  writer: Connection;
  tableOf: (collection: CollectionName) => CollectionTable;
  now: () => number;
};

/** What one transaction has done to facts so far. */
type Open = {
  at: number;
  /** People whose facts are to be computed from the records. */
  touched: Set<string>;
  /** Contacts that only add to what stands there. */
  raisedById: Map<string, Kept>;
  /** The sequence of people before the first who has just come; undefined when nobody has. */
  madeAfter: number | undefined;
  changed: Set<CollectionName>;
};

export function createFactsLog(source: FactsSource): FactsLog {
  const open: Open = {
    at: source.now(),
    touched: new Set(),
    raisedById: new Map(),
    madeAfter: undefined,
    changed: new Set(),
  };
  return {
    note(collection, doc, previous) {
      if (!watched.some((name) => name === collection)) return;
      open.changed.add(collection);
      if (collection === 'people') notePerson(source, open, doc, previous);
      else if (collection === 'local') touchAll(open, [unreadOwner(doc), unreadOwner(previous)]);
      else if (previous === undefined && doc !== undefined) raise(open, doc);
      else touchAll(open, [doc, previous].flatMap(peopleIn));
    },
    touch: (ids) => touchAll(open, ids),
    flush: () => {
      if (open.changed.size + open.touched.size > 0) flush(source, open);
    },
  };
}

function touchAll({ touched }: Open, ids: readonly (string | undefined)[]): void {
  for (const id of ids) if (id !== undefined) touched.add(id);
}

const peopleIn = (doc: RecordDoc | undefined): string[] =>
  doc === undefined ? [] : (spokenBy(doc, kinds)?.people ?? []);

function notePerson(
  { tableOf }: FactsSource,
  open: Open,
  doc: RecordDoc | undefined,
  previous: RecordDoc | undefined,
): void {
  if (previous === undefined && doc !== undefined)
    open.madeAfter ??= tableOf('people').sequence - 1;
  const [before, after] = [keeperIn(previous), keeperIn(doc)];
  if (before !== after || doc === undefined)
    touchAll(open, [doc?.id ?? previous?.id, before, after]);
}

function raise({ at, touched, raisedById }: Open, doc: RecordDoc): void {
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
function compute({ writer, tableOf }: FactsSource, family: readonly string[], at: number): Kept {
  const records = speaking.flatMap((collection) => {
    const table = tableOf(collection);
    const ids = [...readByKeys(writer, table, family).values()].flat();
    return [...readDocs(writer, table, [...new Set(ids)]).values()];
  });
  const spoken = records.filter((doc) => peopleIn(doc).some((id) => family.includes(id)));
  const unread = readDocs(writer, tableOf('local'), family.map(unreadId));
  const unreadCount = [...unread.values()].reduce((sum, doc) => sum + unreadOf(doc).length, 0);
  return factsOf(spoken, unreadCount, at, kinds);
}

function flush(source: FactsSource, open: Open): void {
  const { at, touched, raisedById, madeAfter, changed } = open;
  const { writer, tableOf } = source;
  const people = tableOf('people');
  const merged = mergesIn(writer, people);
  if (madeAfter !== undefined)
    touchAll(open, writtenSince(writer, people, merged.keepers, madeAfter));
  const families = [...touched].map(merged.familyOf);
  for (const id of families.flat()) touched.add(id);
  const toCompute = new Set([...touched].map(merged.keeperOf));
  for (const id of touched) if (!toCompute.has(id)) writeFacts(writer, people, id, noFacts);
  for (const id of toCompute)
    writeFacts(writer, people, id, compute(source, merged.familyOf(id), at));
  for (const [id, { lastContact, turnsAt }] of raisedById) {
    const keeper = merged.keeperOf(id);
    if (toCompute.has(keeper)) continue;
    const kept = readFacts(writer, keeper);
    if (lastContact !== undefined) addContact(kept, lastContact, at);
    if (turnsAt !== undefined) kept.turnsAt = Math.min(turnsAt, kept.turnsAt ?? Infinity);
    writeFacts(writer, people, keeper, kept);
  }
  if (madeAfter !== undefined) numberRows(writer, people);
  const save = writer.prepare('INSERT OR REPLACE INTO facts_state VALUES (?, ?)');
  for (const collection of changed) save.run(collection, tableOf(collection).sequence);
}

/** In the trash, or kept by nobody who is in the list, one stands for oneself. */
const keeperIn = (doc: RecordDoc | undefined): string | undefined =>
  doc?.status === 'merged' ? mergedIntoOf(doc) : undefined;

function unreadOwner(doc: RecordDoc | undefined): string | undefined {
  const owner = doc?.kind === 'unread' ? doc.fields['owner'] : undefined;
  return typeof owner === 'string' ? owner : undefined;
}
