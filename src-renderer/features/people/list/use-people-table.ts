// The list of people as a table of text: some of them, some of its columns, read once.

import { fetchCode } from '../../../data/fetch-code.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { mergedKey } from '../../../../src-shared/domain/merging.ts';
import type { FactValues } from '../../../../src-shared/query/answers.ts';
import { isFactName } from '../../../../src-shared/query/facts.ts';
import { referenceWords } from '../../../../src-shared/query/field-words.ts';
import { resolveReference } from '../../../../src-shared/query/places.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useKinds } from '../../../data/known-kinds.tsx';
import { recordsWithIds } from '../../../data/queries/any-record.ts';
import { mergedInto } from '../../../data/queries/merged.ts';
import { tiesOf } from '../../../data/queries/ties.ts';
import { textOf } from '../../../data/text-of.ts';
import { useReader } from '../../../data/use-reader.ts';
import { useReadRecords } from '../../../data/use-read-records.ts';
import { useDates } from '../../../ui/when.tsx';
import { dayOf } from '../../../ui/day.ts';
import { cellWords } from './cell-words.ts';
import type { RoleLine } from './use-role-lines.ts';
import { roleLinesOf } from './use-role-lines.ts';

type Query = NonNullable<ReturnType<typeof recordsWithIds>>;

export type PeopleTable = {
  head: string[];
  rows: string[][];
  /** A person a row. */
  people: RecordDoc[];
};

/** As many as are asked for at once. */
const atOnce = 500;

const loadPhones = () => import('../../../../src-shared/transfer/export/phone-cell.ts');

/** Undefined where the book is being closed. */
export type ReadTable = (
  ids: readonly string[],
  fields: readonly string[],
) => Promise<PeopleTable | undefined>;

export function usePeopleTable(): ReadTable {
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
  return async (ids, fields) => {
    const { phoneCell } = await fetchCode(loadPhones);
    const places = new Map(
      fields.map((field) => [field, resolveReference(kinds, 'people', field)?.place]),
    );
    const table: PeopleTable = {
      head: fields.map((field) => referenceWords(kinds, 'people', field)),
      rows: [],
      people: [],
    };
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      const docs = await read(recordsWithIds('people', some));
      const buckets = fields.includes('buckets') ? await read(bucketsOf(docs ?? [])) : [];
      if (docs === undefined || buckets === undefined) return undefined;
      const roles = fields.includes('role') ? await readRoleLines(read, some) : new Map();
      const wantsFacts = fields.some((field) => isFactName(field));
      const facts = wantsFacts ? await host.request('view.facts', { ids: some }) : undefined;
      const lookups = {
        facts: facts?.ok === true ? facts.value : noFacts,
        roleLines: roles as ReadonlyMap<string, RoleLine>,
        bucketNames: new Map(buckets.map(({ id, name }) => [id as string, name])),
        dates,
        phoneCell,
      };
      const byId = new Map(docs.map((doc) => [doc.id as string, doc]));
      for (const id of some) {
        const doc = byId.get(id);
        if (doc === undefined) continue;
        table.people.push(doc);
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

const noFacts: FactValues = {};

const bucketsOf = (docs: readonly RecordDoc[]): Query | undefined =>
  recordsWithIds(
    'groups',
    docs.flatMap(({ sets }) => (sets['buckets'] ?? []).map(({ value }) => value)),
  );

type Read = (query: Query | undefined) => Promise<RecordDoc[] | undefined>;

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
