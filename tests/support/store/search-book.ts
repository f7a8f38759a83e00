// A book of some people, to search in.

import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { countFound, searchRecords } from '../../../src-main/host/book/search/search.ts';
import type { RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { record, tempStore } from './store-fixtures.ts';

export const items = (...values: string[]): SetItem[] =>
  values.map((value, at) => ({ id: `${at}`, value }));
export const person = (id: string, fullName: string, more: Partial<RecordDoc> = {}): RecordDoc =>
  record(id, { name: fullName, fields: { fullName }, ...more });

export async function bookOf(...docs: RecordDoc[]) {
  const store = tempStore();
  const records = await createSqliteRecordStore(store);
  const put = (...changed: RecordDoc[]) => records.write((tx) => ok(tx.put('people', changed)));
  const find = (text: string, limit = 20) => searchRecords(store, { text, limit });
  const ids = (text: string) => find(text).hits.map((hit) => hit.id);
  const counts = (text: string) => countFound(store, text);
  await put(...docs);
  return { store, records, put, find, ids, counts };
}
