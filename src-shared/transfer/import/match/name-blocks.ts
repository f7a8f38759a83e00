// Whom of the many people of one name a row is to be compared with. A name that hundreds
// share says little: only those of them at the row's company and those who have all that
// the row brings are looked at, and a few are offered to choose from, whatever the book's
// size.

import { foldText } from '../../../domain/fold.ts';
import type { RecordDoc } from '../../../domain/record.ts';
import type { Incoming } from '../entry/incoming.ts';
import type { Because } from '../plan/plan-entry.ts';
import type { BookReader } from './book-excerpt.ts';
import { keyOf } from './diff.ts';
import type { MatchKeys } from './match-keys.ts';

/** Up to so many of one name are all looked at. */
const mostAlike = 20;
/** Of more than that, so many are offered to choose from. */
const fewOffered = 5;
const batch = 500;

type NamedRow = { incoming: Incoming; keys: MatchKeys };
export type NameBlocks = {
  /** Asks the book what the others need for these rows. */
  prepare(rows: readonly NamedRow[]): Promise<void>;
  /** People of the row's name who may be meant. */
  near(row: NamedRow): readonly string[];
  /** More people of that name. */
  offered(name: string): readonly Because[];
  /** Those of the people with a key who may be meant: a shared phone says no more than a name. */
  called(row: NamedRow, ids: readonly string[], key: string): readonly string[];
};

/** The people of a name that more than a few share. */
type Block = {
  ids: ReadonlySet<string>;
  few: readonly Because[];
  /** Ids by what they have; only made for rows that nothing but their name could find. */
  idsByPiece?: Map<string, Set<string>>;
};

export function createNameBlocks(book: BookReader): NameBlocks {
  const blockByName = new Map<string, Block>();
  const peopleByCompany = new Map<string, readonly string[]>();
  let idsByName = new Map<string, readonly string[]>();
  return {
    async prepare(rows) {
      const names = new Set(rows.map(({ keys }) => keys.name).filter((name) => name !== ''));
      idsByName = new Map();
      const unknown = [...names].filter((name) => !blockByName.has(name));
      const found = await book.byKeys('people', unknown.map(nameKey));
      for (const name of unknown) {
        const ids = found.get(nameKey(name)) ?? [];
        if (ids.length > mostAlike) blockByName.set(name, await openBlock(book, ids));
        else idsByName.set(name, ids);
      }
      const crowded = rows.filter(({ keys }) => blockByName.has(keys.name));
      const companies = crowded.flatMap(({ keys }) => keys.companies);
      await learnCompanies(book, companies, peopleByCompany);
      for (const { keys } of crowded) {
        const block = blockByName.get(keys.name);
        if (block !== undefined && !isReachable(keys))
          block.idsByPiece ??= await readPieces(book, [...block.ids]);
      }
    },
    near: (row) => {
      const block = blockByName.get(row.keys.name);
      if (block === undefined) return idsByName.get(row.keys.name) ?? [];
      const colleagues = row.keys.companies.flatMap((company) =>
        (peopleByCompany.get(company) ?? []).filter((id) => block.ids.has(id)),
      );
      return likeliest(colleagues, whoHasAll(block, row.incoming));
    },
    offered: (name) => blockByName.get(name)?.few ?? [],
    called: ({ keys: { name } }, ids, key) => {
      if (ids.length <= mostAlike || !key.startsWith('phone:')) return ids;
      const block = blockByName.get(name)?.ids ?? new Set(idsByName.get(name));
      return ids.filter((id) => block.has(id)).slice(0, mostAlike);
    },
  };
}

const nameKey = (name: string): string => `name:${name}`;

/** Whoever has all that such a row brings is found by its addresses. */
const isReachable = ({ ids, cards, emails, phones }: MatchKeys): boolean =>
  ids.length + cards.length + emails.length + phones.length > 0;

/** Those who are both first. */
function likeliest(colleagues: readonly string[], same: ReadonlySet<string>): string[] {
  const both = colleagues.filter((id) => same.has(id));
  return [
    ...both.slice(0, mostAlike),
    ...colleagues.slice(0, mostAlike),
    ...[...same].slice(0, mostAlike),
  ];
}

async function openBlock(book: BookReader, ids: readonly string[]): Promise<Block> {
  const docs = await book.get('people', ids.slice(0, fewOffered));
  const few = [...docs.values()]
    .filter(({ status }) => status === 'live')
    .map(({ id, name }): Because => ({ id, name, because: 'same-name' }));
  return { ids: new Set(ids), few };
}

/** People with a role at the organisations of these folded names. */
async function learnCompanies(
  book: BookReader,
  companies: readonly string[],
  peopleByCompany: Map<string, readonly string[]>,
): Promise<void> {
  const unknown = [...new Set(companies)].filter((company) => !peopleByCompany.has(company));
  if (unknown.length === 0) return;
  const groups = await book.byKeys('groups', unknown.map(nameKey));
  const tiesByGroup = await book.byKeys('ties', [...new Set([...groups.values()].flat())]);
  for (const company of unknown) {
    const ties = (groups.get(nameKey(company)) ?? []).flatMap((id) => tiesByGroup.get(id) ?? []);
    const people = new Set<string>();
    for (let from = 0; from < ties.length; from += batch)
      for (const { fields } of (await book.get('ties', ties.slice(from, from + batch))).values())
        if (typeof fields['from'] === 'string') people.add(fields['from']);
    peopleByCompany.set(company, [...people]);
  }
}

async function readPieces(
  book: BookReader,
  ids: readonly string[],
): Promise<Map<string, Set<string>>> {
  const idsByPiece = new Map<string, Set<string>>();
  for (let from = 0; from < ids.length; from += batch)
    for (const doc of (await book.get('people', ids.slice(from, from + batch))).values())
      for (const piece of piecesOf(doc)) {
        const known = idsByPiece.get(piece);
        if (known === undefined) idsByPiece.set(piece, new Set([doc.id]));
        else known.add(doc.id);
      }
  return idsByPiece;
}

/** Those of the block who have everything that the row brings but its roles. */
function whoHasAll({ idsByPiece }: Block, incoming: Incoming): ReadonlySet<string> {
  if (idsByPiece === undefined) return new Set();
  const lists = piecesOf(incoming)
    .map((piece) => idsByPiece.get(piece) ?? new Set<string>())
    .sort((a, b) => a.size - b.size);
  const [rarest, ...others] = lists;
  return new Set([...(rarest ?? [])].filter((id) => others.every((ids) => ids.has(id))));
}

type Content = Pick<RecordDoc, 'fields' | 'note'> & {
  sets: { readonly [set: string]: readonly { value: string; label?: string }[] };
};

function piecesOf({ fields, sets, note }: Content): string[] {
  const pieces = Object.entries(fields).map(
    ([field, value]) => `${field}\u0000${JSON.stringify(value)}`,
  );
  for (const [set, items] of Object.entries(sets))
    for (const item of items) pieces.push(`${set}/${keyOf(set, item)}`);
  if (note !== '') pieces.push(`note\u0000${foldText(note)}`);
  return pieces;
}
