// A book of people with ten fields of the team's own each, who work in organisations, and a
// saved view that asks for three things of them, one over a link, sorted by one such field.

import { v7 as uuidv7 } from 'uuid';

import type { CollectionName, NewRecord, RecordId } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { makePerson } from '../google-csv.ts';
import { type BenchBook, openBenchBook } from './book.ts';

const fieldCount = 10;
const organisations = 2_000;
const trades = ['Bakery', 'Joinery', 'Logistics', 'Studio', 'Optics'];
const batch = 20_000;
const newRecordId = (): RecordId => uuidv7() as RecordId;

export const viewName = 'Bakers to see';
export const tag = 'Customers';
export const trade = 'Bakery';
export const least = 500;

/** `fields`: ids of the ten, as they stand in records. */
export type OwnFieldsBook = { dir: string; fields: string[] };

export async function makeOwnFieldsBook(people: number): Promise<OwnFieldsBook> {
  const book = await openBenchBook();
  const fieldIds = Array.from({ length: fieldCount }, newRecordId);
  const fields = fieldIds.map((id) => `x:${id}`);
  await put(
    book,
    'setup',
    fieldIds.map((id, at) => ({
      id,
      kind: 'field',
      fields: { label: `Measure ${at + 1}`, for: 'person', type: 'number' },
    })),
  );
  const [sorted = '', asked = ''] = fields;
  await put(book, 'setup', [
    {
      id: newRecordId(),
      kind: 'view',
      fields: {
        name: viewName,
        of: 'people',
        conditions: {
          all: [
            { field: 'tag', op: 'hasAnyOf', arg: [tag] },
            { field: asked, op: 'atLeast', arg: String(least) },
            { field: 'org.name', op: 'contains', arg: trade },
          ],
        },
        sorts: [{ field: sorted, order: 'asc' }],
        columns: [{ field: sorted }, { field: asked }],
      },
    },
  ]);
  const orgIds = Array.from({ length: organisations }, newRecordId);
  await put(
    book,
    'groups',
    orgIds.map((id, at) => ({
      id,
      kind: 'organisation',
      fields: { name: `House ${at} ${trades[at % trades.length] ?? ''}` },
    })),
  );
  for (let from = 0; from < people; from += batch) {
    const rows = Array.from({ length: Math.min(batch, people - from) }, (_, at) => from + at);
    const ids = rows.map(newRecordId);
    // The first of them differs for everybody: the order is the same however it is asked for.
    const measures = (row: number): { [field: string]: string } =>
      Object.fromEntries(
        fields.map((id, at) => [id, String((row * 7919 + at) % (at === 0 ? people : 1_000))]),
      );
    await put(
      book,
      'people',
      rows.map((row, at) => {
        const person = makePerson(row);
        return {
          ...person,
          id: ids[at] as RecordId,
          kind: 'person',
          fields: { ...person.fields, ...measures(row) },
        };
      }),
    );
    await put(
      book,
      'ties',
      rows.map((row, at) => ({
        id: newRecordId(),
        kind: 'tie',
        fields: { type: 'role', from: ids[at] ?? '', to: orgIds[row % organisations] ?? '' },
      })),
    );
  }
  await book.keeper.close();
  return { dir: book.dir, fields };
}

async function put(
  book: BenchBook,
  collection: CollectionName,
  made: readonly NewRecord[],
): Promise<void> {
  const done = await book.store.write((tx) => {
    tx.put(
      collection,
      made.map((one) => makeRecord(one, book.context)),
    );
    return ok(null);
  });
  if (!done.ok) throw new Error(done.error.code);
}
