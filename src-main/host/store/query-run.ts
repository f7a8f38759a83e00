// Answers RxDB's prepared queries as its memory storage does.

import { getQueryMatcher, getSortComparator } from 'rxdb';
import type { PreparedQuery } from 'rxdb';

import type { CollectionTable } from './collection-table.ts';
import type { Connection } from './connection.ts';
import type { StoredDoc, StoredSchema } from './layout.ts';

type Query = PreparedQuery<Record<string, unknown>>;

export function findDocs(
  reader: Connection,
  table: CollectionTable,
  schema: StoredSchema,
  { query }: Query,
): StoredDoc[] {
  const matches = getQueryMatcher(schema, query);
  const docs: StoredDoc[] = [];
  for (const { data } of reader.prepare(`SELECT data FROM ${table.docs}`).iterate()) {
    const doc = JSON.parse(String(data)) as StoredDoc;
    if (matches(doc)) docs.push(doc);
  }
  const skip = query.skip;
  const limit = query.limit ?? Infinity;
  return docs.sort(getSortComparator(schema, query)).slice(skip, skip + limit);
}

export function countDocs(
  reader: Connection,
  table: CollectionTable,
  schema: StoredSchema,
  prepared: Query,
): number {
  return findDocs(reader, table, schema, prepared).length;
}
