// Whom a search finds: people by their own words, people of the organisations that match, by
// the words of their roles and of what happened with them. The one place that says so, for
// the list of hits and for what is done to everybody in it.

import type { PersonFound, SearchHit } from '../../../src-shared/bridge/host-types.ts';
import { peopleOfMoment } from '../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { readKeepers } from '../../../src-shared/records/merged.ts';
import type { Book } from '../book/book.ts';

const mostGroups = 200;

/** The record whose words match, for each person the best one; best first. */
type By = Pick<SearchHit, 'collection' | 'id'>;
export type FoundPeople = ReadonlyMap<string, By>;

/** `most`: so many of each kind of record are looked at; left out: all. */
export async function peopleFound(book: Book, text: string, most?: number): Promise<FoundPeople> {
  const { store, findIds } = book;
  const found: [string, By][] = findIds('people', text, most).map((id) => [
    id,
    { collection: 'people', id },
  ]);
  for (const [group, roles] of await rolesIn(book, findIds('groups', text, mostGroups)))
    for (const role of roles) found.push([personOf(role), { collection: 'groups', id: group }]);
  for (const { id, ...role } of await inOrder(book, 'ties', findIds('ties', text, most)))
    if (isRole(role)) found.push([personOf(role), { collection: 'ties', id }]);
  for (const moment of await inOrder(book, 'moments', findIds('moments', text, most)))
    for (const id of peopleOfMoment(moment))
      found.push([id, { collection: 'moments', id: moment.id }]);
  const load = async (ids: readonly string[]) => store.get('people', [...ids]);
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
  found: FoundPeople,
): PersonFound[] {
  const wanted = people.flatMap((person) => found.get(person) ?? []);
  const hits = new Map(
    [...Map.groupBy(wanted, ({ collection }) => collection)].flatMap(([collection, of]) => [
      ...book.hitsOf(collection, [...new Set(of.map(({ id }) => id))], text),
    ]),
  );
  return people.flatMap((id) => {
    const by = hits.get(found.get(id)?.id ?? '');
    return by === undefined ? [] : [{ id, by }];
  });
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
