// A book as of a business that has worked with it for years: people with birthdays, rhythms,
// promises and reminders, and ten moments for each of them.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';

import { openDatabase } from '../../../src-main/host/book/sqlite/open-database.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import type { CollectionName, NewRecord, RecordId } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { makePerson } from '../google-csv.ts';
import { newFolder } from './book.ts';

const batch = 20_000;
const day = 86_400_000;
export const now = Date.UTC(2026, 2, 12, 11);
const newRecordId = (): RecordId => uuidv7() as RecordId;
const dayIn = (days: number): string => new Date(now + days * day).toISOString().slice(0, 10);

export async function makeSecondMorningBook(people: number, moments: number) {
  const database = openDatabase(join(newFolder(), 'rapport.sqlite'));
  const store = await createSqliteRecordStore(database, undefined, () => now);
  const context = {
    now: () => now - 400 * day,
    newId: newRecordId,
    userName: 'Ana',
    device: 'd',
    yjsClientId: 7,
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  };
  const put = async (of: CollectionName, count: number, make: (at: number) => NewRecord) => {
    for (let from = 0; from < count; from += batch) {
      const docs = Array.from({ length: Math.min(batch, count - from) }, (_, at) =>
        makeRecord(make(from + at), context),
      );
      const done = await store.write((tx) => {
        tx.put(of, docs);
        return ok(null);
      });
      if (!done.ok) throw new Error(done.error.code);
    }
  };
  const ids = Array.from({ length: people }, newRecordId);
  const idAt = (at: number): string => ids[at % people] ?? '';
  const bucket = newRecordId();
  await put('groups', 1, () => ({
    id: bucket,
    kind: 'bucket',
    fields: { name: 'Customers', rhythm: 'P3M' },
  }));
  await put('people', people, (at) => personAt(at, ids[at] as RecordId, bucket));
  await put('moments', moments, (at) => ({
    id: newRecordId(),
    kind: ['call', 'note', 'message', 'meeting'][at % 4] ?? 'note',
    fields: {
      when: now - ((at * 7_919) % (900 * 24)) * 3_600_000,
      people: [idAt(at * 31)],
      ...(at % 4 === 2 ? { direction: at % 8 === 2 ? 'in' : 'out' } : {}),
    },
    note: `Spoke about order ${at}`,
  }));
  await put('work', people / 20, (at) => ({
    id: newRecordId(),
    kind: 'promise',
    fields: {
      text: `Send offer ${at}`,
      by: at % 3 === 0 ? 'theirs' : 'ours',
      due: dayIn((at % 120) - 20),
      people: [idAt(at * 17)],
      state: at % 2 === 0 ? 'open' : 'kept',
    },
  }));
  await put('work', people / 40, (at) => ({
    id: newRecordId(),
    kind: 'reminder',
    fields: {
      text: `Ask about ${at}`,
      at: `${dayIn((at % 200) - 10)}T09:00`,
      zone: 'Europe/Berlin',
      state: 'open',
    },
    sets: { people: [{ value: idAt(at * 13) }] },
  }));
  return { database, store, ids };
}

function personAt(at: number, id: RecordId, bucket: string): NewRecord {
  const person = makePerson(at);
  const born = new Date(Date.UTC(1960 + (at % 40), 0, 1 + (at % 365))).toISOString().slice(0, 10);
  return {
    ...person,
    id,
    kind: 'person',
    fields: {
      ...person.fields,
      birthday: born,
      ...(at % 10 === 0 ? { rhythm: at % 20 === 0 ? 'P6W' : 'P1M' } : {}),
    },
    sets: { ...person.sets, ...(at % 4 === 0 ? { buckets: [{ value: bucket }] } : {}) },
  };
}
