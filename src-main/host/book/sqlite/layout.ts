// Which columns and indexes a collection's table has: one column for each field in
// one of the schema's indexes. The primary key is the column `id` in every table.

import type { RxDocumentData, RxJsonSchema } from 'rxdb';
import { getPrimaryFieldOfPrimaryKey } from 'rxdb';

export type StoredDoc = RxDocumentData<Record<string, unknown>>;
export type StoredSchema = RxJsonSchema<StoredDoc>;

export type Column = { path: string; segments: string[]; sql: string };

/** What the storage keeps beside the documents of a collection. */
export type Traits = {
  /** The array field with an entry for each of its strings in a side table. */
  multiValue?: string;
  /** Whether live records are in the full-text index. */
  search?: boolean;
};

export type Layout = {
  primary: string;
  columns: Column[];
  columnByPath: Map<string, Column>;
  /** SQL column names, one list for each index. */
  indexes: string[][];
  hasAttachments: boolean;
  /** Changes when tables must be rebuilt. */
  signature: string;
};

export const deletedPath = '_deleted';
export const writtenPath = '_meta.lwt';

export function layoutOf(schema: StoredSchema, traits: Traits): Layout {
  const primary = getPrimaryFieldOfPrimaryKey(schema.primaryKey);
  const wanted = (schema.indexes ?? []).map((index) => [index].flat() as string[]);
  const paths = new Set([deletedPath, writtenPath, ...wanted.flat()]);
  paths.delete(primary);
  const columns = [...paths].map((path, at) => ({
    path,
    segments: path.split('.'),
    sql: quoteName(`f${at} ${path}`),
  }));
  const columnByPath = new Map<string, Column>(columns.map((column) => [column.path, column]));
  columnByPath.set(primary, { path: primary, segments: [primary], sql: 'id' });
  const indexes = wanted
    .filter((index) => index[0] === deletedPath)
    .map((index) => index.map((path) => columnByPath.get(path)?.sql ?? 'id'));
  return {
    primary,
    columns,
    columnByPath,
    indexes,
    hasAttachments: schema.attachments !== undefined,
    signature: JSON.stringify([1, primary, [...paths], indexes, traits]),
  };
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
