// Whom rows may be among the people of the book: by their addresses, ids and names. The one
// way of asking, for an import's rows and for somebody who is being typed in.

import type { RecordDoc } from '../../../domain/record.ts';
import { cardKey } from '../vcard/card-uid.ts';
import type { Incoming } from '../entry/incoming.ts';
import type { Because } from '../plan/plan-entry.ts';
import { type BookReader, type KnownPeople, readPeople } from './book-excerpt.ts';
import { likeness, type MatchKeys, matchKeys } from './match-keys.ts';
import { createNameBlocks, type NameBlocks } from './name-blocks.ts';

type AskedRow = { incoming: Incoming; keys: MatchKeys };

export type Near = {
  /** For each row the ids of those it may be, likely ones and others. */
  nearByRow: string[][];
  people: KnownPeople;
  /** Everybody with a key that was asked for. */
  idsByKey: Map<string, string[]>;
};

/** `alsoKeys`: further keys to look up. */
export async function findNear(
  book: BookReader,
  blocks: NameBlocks,
  rows: readonly AskedRow[],
  alsoKeys: readonly string[] = [],
): Promise<Near> {
  const wanted = [...rows.flatMap(({ keys }) => addressKeys(keys)), ...alsoKeys];
  const idsByKey = await book.byKeys('people', [...new Set(wanted)]);
  await blocks.prepare(rows);
  const nearByRow = rows.map((row) => [
    ...addressKeys(row.keys).flatMap((key) => blocks.called(row, idsByKey.get(key) ?? [], key)),
    ...blocks.near(row),
    ...ownIds(row.incoming, row.keys),
  ]);
  const people = await readPeople(book, [...new Set(nearByRow.flat())]);
  return { nearByRow, people, idsByKey };
}

export type Alike = NonNullable<ReturnType<typeof likeness>> & { doc: RecordDoc };

/** Those of the people `near` that the row may be. */
export function alikeAmong(
  { incoming, keys }: AskedRow,
  near: readonly string[],
  { docs, rolesById }: KnownPeople,
): Alike[] {
  return [...new Set(near)].flatMap((id) => {
    const doc = docs.get(id);
    if (doc === undefined) return [];
    const companies = (rolesById.get(id) ?? []).map((role) => role.organisation);
    const alike = likeness(keys, incoming.id, doc, companies);
    return alike === undefined ? [] : [{ ...alike, doc }];
  });
}

/** Who one person may be, the likeliest first. */
export async function whoIsLike(book: BookReader, incoming: Incoming): Promise<Because[]> {
  const row = { incoming, keys: matchKeys(incoming) };
  const blocks = createNameBlocks(book);
  const { nearByRow, people } = await findNear(book, blocks, [row]);
  const found = alikeAmong(row, nearByRow[0] ?? [], people)
    .sort((a, b) => b.weight - a.weight)
    .map(({ doc: { id, name }, because }): Because => ({ id, name, because }));
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...blocks.offered(row.keys.name).filter(({ id }) => !known.has(id))];
}

/** Ids of records of ours that the row may say: our own CSV does, and cards written by us. */
const ownIds = ({ id }: Incoming, { cards }: MatchKeys): string[] =>
  id === undefined ? cards : [id, ...cards];

const addressKeys = (keys: MatchKeys): string[] => [
  ...keys.ids,
  ...keys.cards.map(cardKey),
  ...keys.emails,
  ...keys.phones,
];
