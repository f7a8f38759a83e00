// Answers RxDB's prepared queries as its memory storage does: SQL narrows and, where it
// can, sorts and cuts; RxDB's own matcher and comparator do what is left.

import { getQueryMatcher, getSortComparator } from 'rxdb';
import type { PreparedQuery } from 'rxdb';

import { isNoDeeper } from '../../../../src-shared/values/depth.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { ColumnValue } from '../sqlite/column-value.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { StoredDoc, StoredSchema } from '../sqlite/layout.ts';
import { compileSelector } from './compile.ts';
import { and, type Condition, paired, unknown } from './condition.ts';

type Prepared = PreparedQuery<Record<string, unknown>>;
type Query = Prepared['query'];
type Matcher = (doc: StoredDoc) => boolean;

/** `open`: what SQL may not be able to tell of the rows that `where` lets through. */
type Plan = { from: string; where: string; params: ColumnValue[]; open: Condition | undefined };

/** So few rows are sorted faster than an index is walked to find them in order. */
const fewRows = 2_000;

export function findDocs(
  reader: Connection,
  table: CollectionTable,
  schema: StoredSchema,
  { query, queryPlan }: Prepared,
): StoredDoc[] {
  // Made for every query, so that one that RxDB refuses is refused here too.
  const matches = getQueryMatcher(schema, query);
  const plan = planOf(reader, table, query.selector);
  const order = orderOf(table, query.sort);
  const [skip, limit] = [skipOf(query), query.limit ?? Infinity];
  if (order !== undefined && plan.open === undefined) {
    return reader
      .prepare(
        `SELECT data FROM ${plan.from} WHERE ${plan.where} ORDER BY ${order} LIMIT ? OFFSET ?`,
      )
      .all(...plan.params, Number.isFinite(limit) ? limit : -1, skip)
      .map(parse);
  }
  // Equal in the comparator's eyes: then the memory storage keeps its index's order.
  const fallback =
    orderOf(
      table,
      queryPlan.index.map((path) => ({ [path]: 'asc' })),
    ) ?? 'id';
  const most = order === undefined ? Infinity : skip + limit;
  const found = scan(reader, matches, plan, order ?? fallback, most);
  if (order === undefined) found.sort(getSortComparator(schema, query));
  return found.slice(skip, skip + limit);
}

export function countDocs(
  reader: Connection,
  table: CollectionTable,
  schema: StoredSchema,
  { query }: Prepared,
): number {
  const matches = getQueryMatcher(schema, query);
  const plan = planOf(reader, table, query.selector);
  const count =
    plan.open === undefined
      ? Number(
          reader
            .prepare(`SELECT count(*) AS count FROM ${plan.from} WHERE ${plan.where}`)
            .get(...plan.params)?.['count'],
        )
      : countOpen(reader, matches, plan);
  return Math.max(0, Math.min(count - skipOf(query), query.limit ?? Infinity));
}

/** RxDB always says it; who prepares a query by hand may leave it out. */
const skipOf = ({ skip }: Partial<Pick<Query, 'skip'>>): number => skip ?? 0;

/** Conditions in conditions, of which each may be several deep in SQL. */
const deepest = 100;
/** More values than SQLite takes in one statement are left to the matcher. */
const mostParams = 30_000;

function planOf(reader: Connection, table: CollectionTable, selector: unknown): Plan {
  const isPlain = isNoDeeper(selector, deepest);
  const conditions = isPlain ? withinParams(compileSelector(table, selector)) : [unknown];
  const filters = conditions.filter(({ isExact }) => isExact);
  const others = conditions.filter(({ isExact }) => !isExact);
  const open = others.length === 0 ? undefined : and(others);
  const where = filters.map(({ filter, sql }) => filter ?? sql);
  const params = filters.flatMap((condition) => condition.params);
  if (open !== undefined) {
    where.push(`${open.sql} IS NOT 0`);
    params.push(...open.params);
  }
  // Without an index, SQLite goes by the row numbers that a condition names.
  const isFew = filters.some((condition) => namesFew(reader, condition));
  const from = isFew ? `${table.docs} NOT INDEXED` : table.docs;
  return { from, where: where.length === 0 ? '1' : paired(where, ' AND '), params, open };
}

/** The conditions in their order as long as their values fit; the others are for the matcher. */
function withinParams(conditions: readonly Condition[]): Condition[] {
  let left = mostParams;
  return conditions.map((condition) => {
    if (condition.params.length > left) return unknown;
    left -= condition.params.length;
    return condition;
  });
}

function namesFew(reader: Connection, { rows, params }: Condition): boolean {
  if (rows === undefined) return false;
  const counted = reader.prepare(`SELECT count(*) AS count FROM (${rows} LIMIT ${fewRows})`);
  return Number(counted.get(...params)?.['count']) < fewRows;
}

/** Undefined when a part of the sort has no column. */
function orderOf({ layout, odd }: CollectionTable, sort: Query['sort']): string | undefined {
  const parts: string[] = [];
  for (const [path, direction] of sort.flatMap((part) => Object.entries(part))) {
    const column = layout.columnByPath.get(path);
    if (column === undefined || odd.has(path)) return undefined;
    parts.push(direction === 'desc' ? `${column.sql} DESC` : column.sql);
  }
  return parts.length === 0 ? undefined : parts.join(', ');
}

function scan(
  reader: Connection,
  matches: Matcher,
  { from, where, params, open }: Plan,
  order: string,
  most: number,
): StoredDoc[] {
  const docs: StoredDoc[] = [];
  if (most <= 0) return docs;
  const known = open?.sql ?? '1';
  const rows = reader
    .prepare(`SELECT data, ${known} AS known FROM ${from} WHERE ${where} ORDER BY ${order}`)
    .iterate(...(open?.params ?? []), ...params);
  for (const row of rows) {
    const doc = parse(row);
    if (row['known'] === 1 || matches(doc)) docs.push(doc);
    if (docs.length >= most) break;
  }
  return docs;
}

/** Documents are read only where SQL cannot tell. */
function countOpen(
  reader: Connection,
  matches: Matcher,
  { from, where, params, open }: Plan,
): number {
  const known = open?.sql ?? '1';
  const rows = reader
    .prepare(
      `SELECT CASE WHEN ${known} THEN NULL ELSE data END AS data FROM ${from} WHERE ${where}`,
    )
    .iterate(...(open?.params ?? []), ...params);
  let count = 0;
  for (const row of rows) if (row['data'] === null || matches(parse(row))) count += 1;
  return count;
}

const parse = (row: Record<string, unknown>): StoredDoc =>
  JSON.parse(String(row['data'])) as StoredDoc;
