// A list as a table of text: some of its rows, some of its columns, read once.

import { fetchCode } from '../../data/fetch-code.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { mergedKey } from '../../../src-shared/domain/merging.ts';
import type { CollectionName } from '../../../src-shared/domain/record.ts';
import type { FactValues, PeopleOfGroups } from '../../../src-shared/query/answers.ts';
import { referenceWords } from '../../../src-shared/query/field-words.ts';
import { type Place, resolveReference } from '../../../src-shared/query/places.ts';
import { readerZone } from '../../data/asking-views.ts';
import { useNameOf } from '../../data/team-rest.tsx';
import { calledOf } from '../called-of.ts';
import type { ListKind } from '../list-kind.ts';
import { useHost } from '../../data/host-context.tsx';
import { useKinds } from '../../data/known-kinds.tsx';
import { recordsWithIds } from '../../data/queries/any-record.ts';
import { mergedInto } from '../../data/queries/merged.ts';
import { tiesOf } from '../../data/queries/ties.ts';
import { textOf } from '../../data/text-of.ts';
import { useReader } from '../../data/use-reader.ts';
import { useReadRecords } from '../../data/use-read-records.ts';
import { useDates } from '../../ui/when.tsx';
import { dayOf } from '../../ui/day.ts';
import { cellWords, linkedIn } from './cell-words.ts';
import type { RoleLine } from '../use-role-lines.ts';
import { roleLinesOf } from '../use-role-lines.ts';

type Query = NonNullable<ReturnType<typeof recordsWithIds>>;

export type RowsText = {
  head: string[];
  rows: string[][];
  /** A record a row. */
  docs: RecordDoc[];
};

/** As many as are asked for at once. */
const atOnce = 500;

const loadPhones = () => import('../../../src-shared/transfer/export/phone-cell.ts');

/** Undefined where the book is being closed. */
export type ReadTable = (
  ids: readonly string[],
  fields: readonly string[],
) => Promise<RowsText | undefined>;

export function useRowsText(list: ListKind): ReadTable {
  const { of } = list;
  const nameOf = useNameOf();
  const { host } = useHost();
  const kinds = useKinds();
  const readerOf = useReader();
  const dates = useDates();
  const readResult = useReadRecords();
  const read = async (query: Query | undefined): Promise<RecordDoc[] | undefined> => {
    if (query === undefined) return [];
    const found = await readResult(query);
    return found.ok ? found.value : undefined;
  };
  const factsOf = async (ids: string[]): Promise<FactValues> => {
    const facts = await host.request('view.facts', { ids });
    return facts.ok ? facts.value : {};
  };
  const peopleOf = async (ids: string[]): Promise<PeopleOfGroups> => {
    const people = await host.request('view.groupPeople', { ids, zone: readerZone() });
    return people.ok ? people.value : {};
  };
  return async (ids, fields) => {
    const { phoneCell } = await fetchCode(loadPhones);
    const places = new Map(
      fields.map((field) => [field, resolveReference(kinds, of, field)?.place]),
    );
    const table: RowsText = {
      head: fields.map((field) => referenceWords(kinds, of, field)),
      rows: [],
      docs: [],
    };
    const wanted = [...places.values()].filter((place) => place !== undefined);
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      const docs = await read(recordsWithIds(of, some));
      const names = docs === undefined ? undefined : await readNames(read, docs, wanted);
      if (docs === undefined || names === undefined) return undefined;
      const roles = fields.includes('role') ? await readRoleLines(read, some) : new Map();
      const lookups = {
        facts: wanted.some(({ at }) => at === 'fact') ? await factsOf(some) : {},
        calledOf: (doc: RecordDoc) => calledOf(list, doc),
        groupPeople: wanted.some(({ at }) => at === 'group-fact') ? await peopleOf(some) : {},
        roleLines: roles as ReadonlyMap<string, RoleLine>,
        names,
        nameOf,
        dates,
        phoneCell,
      };
      const byId = new Map(docs.map((doc) => [doc.id as string, doc]));
      for (const id of some) {
        const doc = byId.get(id);
        if (doc === undefined) continue;
        table.docs.push(doc);
        table.rows.push(
          fields.map((field) =>
            cellWords(field, places.get(field), doc, readerOf(doc.kind, field), lookups),
          ),
        );
      }
    }
    return table;
  };
}

type Read = (query: Query | undefined) => Promise<RecordDoc[] | undefined>;

/** Of the records that links in these columns lead to. Undefined where the book is being closed. */
async function readNames(
  read: Read,
  docs: readonly RecordDoc[],
  places: readonly Place[],
): Promise<ReadonlyMap<string, string> | undefined> {
  const idsByCollection = new Map<CollectionName, Set<string>>();
  for (const place of places) {
    if (place.at !== 'set' && place.at !== 'field') continue;
    const link = place.at === 'set' ? place.set.link : place.field.link;
    const ids = docs.flatMap((doc) => linkedIn(place, doc));
    for (const to of link?.to ?? [])
      idsByCollection.set(to, new Set([...(idsByCollection.get(to) ?? []), ...ids]));
  }
  const names = new Map<string, string>();
  for (const [collection, ids] of idsByCollection) {
    const found = await read(recordsWithIds(collection, [...ids]));
    if (found === undefined) return undefined;
    for (const { id, name } of found) names.set(id, name);
  }
  return names;
}

async function readRoleLines(
  read: Read,
  people: readonly string[],
): Promise<ReadonlyMap<string, RoleLine>> {
  const merged = (await read(mergedInto('people', people))) ?? [];
  const idsByPerson = new Map(
    people.map((id) => {
      const own = merged.filter(({ keys }) => keys.includes(mergedKey(id)));
      return [id, [id, ...own.map((doc) => doc.id as string)]] as const;
    }),
  );
  const ties = (await read(tiesOf([...idsByPerson.values()].flat()))) ?? [];
  const roles = ties.filter((tie) => tie.fields['type'] === 'role');
  const groups = await read(
    recordsWithIds(
      'groups',
      roles.map((role) => textOf(role, 'to')),
    ),
  );
  const groupById = new Map((groups ?? []).map((doc) => [doc.id as string, doc]));
  return roleLinesOf(idsByPerson, roles, groupById, dayOf(Date.now()));
}
