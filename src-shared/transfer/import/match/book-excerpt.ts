// What the book knows about some people: their records, roles and the names of their
// groups. Read in batches, by the preview from the store and by the apply from its own
// transaction.

import { foldText } from '../../../domain/fold.ts';
import type { CollectionName, RecordDoc } from '../../../domain/record.ts';
import { readKeepers } from '../../../records/merged.ts';
import type { Incoming } from '../entry/incoming.ts';
import { ownOf } from '../entry/own-of-roles.ts';
import type { KnownRole } from '../entry/roles.ts';

type Maybe<T> = T | Promise<T>;
/** RecordStore and RecordTx both are one. */
export type BookReader = {
  get(collection: CollectionName, ids: readonly string[]): Maybe<Map<string, RecordDoc>>;
  byKeys(collection: CollectionName, keys: readonly string[]): Maybe<Map<string, string[]>>;
};

export type KnownPeople = { docs: Map<string, RecordDoc>; rolesById: Map<string, KnownRole[]> };

const text = (doc: RecordDoc, field: string): string => {
  const value = doc.fields[field];
  return typeof value === 'string' ? value : '';
};

/** Live people only; one who was merged into another is found as that other. */
export async function readPeople(book: BookReader, ids: readonly string[]): Promise<KnownPeople> {
  const keepers = await readKeepers(ids, (some) => book.get('people', some));
  const docs = new Map<string, RecordDoc>();
  for (const [id, doc] of await book.get('people', [...new Set(keepers.values())]))
    if (doc.status === 'live') docs.set(id, doc);
  return { docs, rolesById: await readRoles(book, [...docs.keys()]) };
}

async function readRoles(
  book: BookReader,
  people: readonly string[],
): Promise<Map<string, KnownRole[]>> {
  const rolesById = new Map<string, KnownRole[]>();
  if (people.length === 0) return rolesById;
  const tieIds = [...new Set([...(await book.byKeys('ties', people)).values()].flat())];
  if (tieIds.length === 0) return rolesById;
  const ties = [...(await book.get('ties', tieIds)).values()].filter(
    (tie) => tie.status === 'live' && text(tie, 'type') === 'role',
  );
  const groups = await book.get('groups', [...new Set(ties.map((tie) => text(tie, 'to')))]);
  for (const tie of ties) {
    const group = groups.get(text(tie, 'to'));
    if (group === undefined) continue;
    const roles = rolesById.get(text(tie, 'from')) ?? [];
    rolesById.set(text(tie, 'from'), roles);
    const own = ownOf(tie);
    roles.push({
      tie: tie.id,
      organisationId: group.id,
      organisation: foldText(group.name),
      title: text(tie, 'title'),
      department: text(tie, 'department'),
      start: text(tie, 'start'),
      until: text(tie, 'until'),
      expects: text(tie, 'expects'),
      stance: text(tie, 'stance'),
      ...(own === undefined ? {} : { own }),
    });
  }
  return rolesById;
}

export type GroupNeed = { kind: 'organisation' | 'bucket'; name: string; id?: string };
export const groupKey = ({ kind, name }: Pick<GroupNeed, 'kind' | 'name'>): string =>
  `${kind}:${foldText(name)}`;

/** The buckets a row names, and those that its tags may be. */
export const bucketNeeds = ({ buckets, sets }: Pick<Incoming, 'buckets' | 'sets'>): GroupNeed[] => [
  ...buckets.map((bucket): GroupNeed => ({ kind: 'bucket', ...bucket })),
  ...(sets['tags'] ?? []).map(({ value: name }): GroupNeed => ({ kind: 'bucket', name })),
];

const isPart = ({ status }: RecordDoc): boolean => status === 'merged';

/** Ids of live groups, or of those they are part of, by `groupKey` and, where the file says an id, by `id:ID`. */
export async function findGroups(
  book: BookReader,
  needs: readonly GroupNeed[],
  found: Map<string, string>,
): Promise<void> {
  const unknown = needs.filter((need) => !found.has(groupKey(need)));
  if (unknown.length === 0) return;
  const byName = await book.byKeys('groups', [
    ...new Set(unknown.map(({ name }) => `name:${foldText(name)}`)),
  ]);
  const ids = [
    ...new Set(
      [...byName.values()]
        .flat()
        .concat(unknown.flatMap(({ id }) => (id === undefined ? [] : [id]))),
    ),
  ];
  if (ids.length === 0) return;
  const named = await book.get('groups', ids);
  const keepers = await readKeepers(ids, (some) => book.get('groups', some));
  const standing = await book.get('groups', [...new Set(keepers.values())]);
  // By its own name first, then as part of another.
  const all = [...named.values()].sort((a, b) => Number(isPart(a)) - Number(isPart(b)));
  for (const { id, kind, name } of all) {
    const group = standing.get(keepers.get(id) ?? id);
    if (group?.status !== 'live') continue;
    found.set(`id:${id}`, group.id);
    const key = `${kind}:${foldText(name)}`;
    if (!found.has(key)) found.set(key, group.id);
  }
}
