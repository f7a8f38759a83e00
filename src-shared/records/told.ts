// What an action was about, for the words after it: its first records by name, and whom those
// without a name of their own are about. Read after it is done; nothing of it is stored.

import { shownOn } from '../domain/links.ts';
import { momentKindOf } from '../domain/moment.ts';
import { mergedIntoOf } from '../domain/merging.ts';
import type { Kinds } from '../domain/kinds.ts';
import { type CollectionName, editedCollections, type RecordDoc } from '../domain/record.ts';
import { runVisit } from '../domain/round.ts';
import type { RecordStore } from '../store/record-store.ts';

export type ToldRecord = {
  kind: string;
  name: string;
  /** Whom it is about or with, by name. */
  about: string[];
  /** How it stands, and until when: of a promise, and of what was said of a row of Today. */
  state?: string;
  until?: string;
};

/** `of`: what all of them are, where that is known. */
export type Told = { shown: ToldRecord[]; count: number; of?: 'people' | 'groups' };

const mostShown = 3;
/** Of so many it is looked whether they are all people. */
const mostRead = 10_000;
const longestName = 80;

type Read = { collection: CollectionName; doc: RecordDoc };

export async function toldOf(
  store: Pick<RecordStore, 'get'>,
  { ids, count }: { readonly ids: readonly string[]; count: number },
  kinds: Kinds,
): Promise<Told> {
  const asked = [...new Set(ids)].slice(0, mostRead);
  const read = await readAll(store, asked);
  const main = mainOf(read);
  const shown = main.slice(0, mostShown);
  const names = await namesOf(store, shown, kinds);
  const [first] = main;
  const isKnown =
    asked.length >= count && main.every((one) => one.collection === first?.collection);
  const of =
    isKnown && (first?.collection === 'people' || first?.collection === 'groups')
      ? { of: first.collection }
      : {};
  return {
    shown: shown.map((one) => toldRecord(one, names, kinds)),
    count: main.length + Math.max(0, count - asked.length),
    ...of,
  };
}

async function readAll(store: Pick<RecordStore, 'get'>, ids: readonly string[]): Promise<Read[]> {
  const found: Read[] = [];
  let left = ids;
  for (const collection of editedCollections) {
    if (left.length === 0) break;
    const docs = await store.get(collection, left);
    for (const id of left) {
      const doc = docs.get(id);
      if (doc !== undefined) found.push({ collection, doc });
    }
    left = left.filter((id) => !docs.has(id));
  }
  return found;
}

/** What came along, such as a new person's role, who was merged into them and the step of a round, goes unsaid. */
function mainOf(read: readonly Read[]): readonly Read[] {
  const main = read.filter(
    ({ collection, doc }) =>
      collection !== 'ties' && doc.kind !== runVisit.kind && mergedIntoOf(doc) === undefined,
  );
  return main.length === 0 ? read : main;
}

/** By id, of those that these name. */
async function namesOf(
  store: Pick<RecordStore, 'get'>,
  shown: readonly Read[],
  kinds: Kinds,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(shown.flatMap(({ doc }) => aboutIds(doc, kinds)))];
  const read = await Promise.all(
    (['people', 'groups'] as const).map((collection) => store.get(collection, ids)),
  );
  return new Map(read.flatMap((docs) => [...docs.values()].map(({ id, name }) => [id, name])));
}

function aboutIds(doc: RecordDoc, kinds: Kinds): string[] {
  const kind = kinds.get(doc.kind);
  if (kind === undefined || kind.collection === 'people' || kind.collection === 'groups') return [];
  const on = shownOn(kind, doc)?.id;
  const named = kind
    .links(doc)
    .filter(({ target }) => target.discreet !== true)
    .map(({ id }) => id);
  return [...new Set([...(on === undefined ? [] : [on]), ...named])].slice(0, mostShown + 1);
}

function toldRecord({ doc }: Read, names: ReadonlyMap<string, string>, kinds: Kinds): ToldRecord {
  const { says, state = says, until } = doc.fields;
  return {
    kind: momentKindOf(doc),
    name: cut(doc.name),
    about: aboutIds(doc, kinds).flatMap((id) => cut(names.get(id) ?? '') || []),
    ...(typeof state === 'string' ? { state } : {}),
    ...(typeof until === 'string' ? { until } : {}),
  };
}

const cut = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
