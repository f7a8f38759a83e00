// Whom a search finds: people by their own words, people of the organisations that match, by
// the words of their roles and of what happened with them. The one place that says so, for
// the list of hits and for what is done to everybody in it.

import type { PersonFound, SearchHit } from '../../../src-shared/bridge/host-types.ts';
import { peopleOfMoment } from '../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { readKeepers } from '../../../src-shared/records/merged.ts';
import type { Book } from '../book/book.ts';
import { nextToNothing } from '../book/search/alike.ts';
import { likeIn } from '../book/search/search.ts';
import type { Sought } from '../book/search/sought.ts';

const mostGroups = 200;

/** The record whose words match, for each person the best one; best first. */
type By = Pick<SearchHit, 'collection' | 'id'>;
export type FoundPeople = ReadonlyMap<string, By>;
export type WhoIsFound = {
  found: FoundPeople;
  /** What was looked for, too, because next to nobody was found by what was typed. */
  alike: Sought | undefined;
  /** Whether all were found by that. */
  isAllAlike: boolean;
};

const looked = ['people', 'groups', 'ties', 'moments'] as const;

/** `most`: so many of each kind of record are looked at; left out: all. */
export async function peopleFound(book: Book, text: string, most?: number): Promise<WhoIsFound> {
  const typed = await peopleBy(book, (from, limit) => book.findIds(from, text, limit), most);
  const alike =
    typed.size < nextToNothing ? book.alikeFor(looked, text, typed.size === 0) : undefined;
  if (alike === undefined) return { found: typed, alike, isAllAlike: false };
  const find: Find = (from, limit) => book.findIds(from, text, limit, alike);
  const others = await peopleBy(book, find, most);
  const found = new Map([...typed, ...[...others].filter(([id]) => !typed.has(id))]);
  return { found, alike, isAllAlike: typed.size === 0 };
}

type Find = (collection: (typeof looked)[number], most?: number) => string[];

async function peopleBy(book: Book, find: Find, most?: number): Promise<Map<string, By>> {
  const found: [string, By][] = find('people', most).map((id) => [
    id,
    { collection: 'people', id },
  ]);
  for (const [group, roles] of await rolesIn(book, find('groups', mostGroups)))
    for (const role of roles) found.push([personOf(role), { collection: 'groups', id: group }]);
  for (const { id, ...role } of await inOrder(book, 'ties', find('ties', most)))
    if (isRole(role)) found.push([personOf(role), { collection: 'ties', id }]);
  for (const moment of await inOrder(book, 'moments', find('moments', most)))
    for (const id of peopleOfMoment(moment))
      found.push([id, { collection: 'moments', id: moment.id }]);
  const load = async (ids: readonly string[]) => book.store.get('people', [...ids]);
  const keepers = await readKeepers([...new Set(found.map(([id]) => id))], load);
  const byPerson = new Map<string, By>();
  for (const [id, by] of found) {
    const person = keepers.get(id) ?? id;
    if (person !== '' && !byPerson.has(person)) byPerson.set(person, by);
  }
  return byPerson;
}

/** With the words that match, each in its record. */
export function withHits(
  book: Book,
  text: string,
  people: readonly string[],
  { found, alike, isAllAlike }: WhoIsFound,
): { people: PersonFound[]; like?: string[] } {
  const wanted = people.flatMap((person) => found.get(person) ?? []);
  const hits = new Map(
    [...Map.groupBy(wanted, ({ collection }) => collection)].flatMap(([collection, of]) => [
      ...book.hitsOf(collection, [...new Set(of.map(({ id }) => id))], text, alike),
    ]),
  );
  const shown = people.flatMap((id) => {
    const by = hits.get(found.get(id)?.id ?? '');
    return by === undefined ? [] : [{ id, by }];
  });
  const like = isAllAlike ? likeIn(shown.map(({ by }) => by)) : [];
  return { people: shown, ...(like.length > 0 ? { like } : {}) };
}

const isRole = ({ status, fields }: Pick<RecordDoc, 'status' | 'fields'>): boolean =>
  status === 'live' && fields['type'] === 'role';

const personOf = ({ fields: { from } }: Pick<RecordDoc, 'fields'>): string =>
  typeof from === 'string' ? from : '';

async function inOrder(
  { store }: Book,
  collection: 'ties' | 'moments',
  ids: readonly string[],
): Promise<RecordDoc[]> {
  const docs = await store.get(collection, [...ids]);
  return ids.flatMap((id) => docs.get(id) ?? []);
}

async function rolesIn(
  { store }: Book,
  groups: readonly string[],
): Promise<[string, RecordDoc[]][]> {
  const named = await store.byKeys('ties', [...groups]);
  const ties = await store.get('ties', [...new Set([...named.values()].flat())]);
  const docsOf = (group: string): RecordDoc[] =>
    (named.get(group) ?? []).flatMap((id) => ties.get(id) ?? []).filter(isRole);
  return groups.map((group) => [group, docsOf(group)]);
}
