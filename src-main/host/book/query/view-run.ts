// Answers a view from the book: which records in which order, how many, how many in each
// group, and the sums at the foot of a column. Held to src-shared/query by a property test.

import type { ColumnSums, GroupCount } from '../../../../src-shared/query/answers.ts';
import { dayOfTime } from '../../../../src-shared/query/calendar.ts';
import { choicesAt, orderBy } from '../../../../src-shared/query/order.ts';
import type { Reference } from '../../../../src-shared/query/places.ts';
import {
  type PreparedGroup,
  type PreparedSort,
  type PreparedView,
  type QueryContext,
} from '../../../../src-shared/query/prepare.ts';
import { columnAt } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { fromSortText } from '../sqlite/sort-text.ts';
import { linkedRowsSql, liveSql, type Sql, type Tables } from './view-links.ts';
import { testSql, type TestScope } from './view-test.ts';
import { type PlaceSql, valuesSql } from './view-values.ts';

export type ViewSource = { reader: Connection; tables: Tables };
export type Page = { offset: number; limit: number };

const doc = 'doc';

function scopeOf({ of }: PreparedView, tables: Tables, { now, zone }: QueryContext): TestScope {
  return { of, doc, tables, today: dayOfTime(now, zone) };
}

/** FROM and WHERE of everything in the view. */
function selectionOf(view: PreparedView, scope: TestScope): Sql & { from: string } {
  const table = scope.tables(view.of);
  const { sql, params } = testSql(view.test, scope);
  return { from: `${table.docs} AS ${doc}`, sql: `${liveSql(table, doc)} AND ${sql}`, params };
}

export function viewIds(
  { reader, tables }: ViewSource,
  view: PreparedView,
  context: QueryContext,
  { offset, limit }: Page,
): string[] {
  const scope = scopeOf(view, tables, context);
  const { from, sql, params } = selectionOf(view, scope);
  const order = orderSql(view.sorts, scope);
  return reader
    .prepare(`SELECT ${doc}.id FROM ${from} WHERE ${sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`)
    .all(...params, ...order.params, limit, offset)
    .map((row) => fromSortText(String(row['id'])));
}

export function viewCount(
  { reader, tables }: ViewSource,
  view: PreparedView,
  context: QueryContext,
): number {
  const { from, sql, params } = selectionOf(view, scopeOf(view, tables, context));
  const row = reader.prepare(`SELECT count(*) AS count FROM ${from} WHERE ${sql}`).get(...params);
  return Number(row?.['count']);
}

/** One for each value; a record with several values counts in each of their groups. */
export function viewGroups(
  { reader, tables }: ViewSource,
  view: PreparedView,
  group: PreparedGroup,
  context: QueryContext,
): GroupCount[] {
  const scope = scopeOf(view, tables, context);
  const selection = selectionOf(view, scope);
  const parts = rowsOf(group, scope).map(({ at, from, where }): Sql => {
    const key = groupKeySql(group, at, context);
    return {
      sql: `SELECT DISTINCT ${doc}.n AS n, ${key.sql} AS name FROM ${selection.from}${from} WHERE ${selection.sql} AND ${where.sql} AND ${at.guard}`,
      params: [...key.params, ...selection.params, ...where.params],
    };
  });
  const named = parts.map(({ sql }) => sql).join(' UNION ');
  const rows = reader
    .prepare(
      `WITH named AS (${named})
       SELECT name, count(*) AS count FROM named GROUP BY name
       UNION ALL
       SELECT NULL, count(*) FROM ${selection.from} WHERE ${selection.sql} AND ${doc}.n NOT IN (SELECT n FROM named)`,
    )
    .all(...parts.flatMap(({ params }) => params), ...selection.params);
  return rows
    .map((row) => ({
      key: row['name'] === null ? null : String(row['name']),
      count: Number(row['count']),
    }))
    .filter(({ count }) => count > 0);
}

export function viewSums(
  { reader, tables }: ViewSource,
  view: PreparedView,
  column: Reference,
  context: QueryContext,
): ColumnSums {
  const scope = scopeOf(view, tables, context);
  const selection = selectionOf(view, scope);
  const isNumber = orderBy(column.place) === 'number';
  const found: ColumnSums = { filled: 0, sums: {} };
  for (const { at, from, where } of rowsOf(column, scope)) {
    const rows = reader
      .prepare(
        `SELECT ${at.currency ?? `''`} AS currency, count(*) AS count, ${isNumber ? `sum(${at.value})` : 'NULL'} AS total
         FROM ${selection.from}${from} WHERE ${selection.sql} AND ${where.sql} AND ${at.guard} GROUP BY 1`,
      )
      .all(...selection.params, ...where.params);
    for (const row of rows) {
      const currency = String(row['currency']);
      found.filled += Number(row['count']);
      if (isNumber) found.sums[currency] = (found.sums[currency] ?? 0) + Number(row['total']);
    }
  }
  return found;
}

type Rows = { at: PlaceSql; from: string; where: Sql };

/** Where the values of a place stand: in the record's own row, or joined to it. */
function rowsOf({ place, hop }: Reference, scope: TestScope): Rows[] {
  const everywhere: Sql = { sql: '1', params: [] };
  const sources =
    hop === undefined
      ? [{ from: '', where: everywhere, alias: doc }]
      : linkedRowsSql(hop, scope.of, doc, scope.today, scope.tables).map(({ from, where }) => ({
          from: `, ${from}`,
          where,
          alias: 'linked',
        }));
  return sources.map(({ from, where, alias }) => {
    const at = valuesSql(place, alias);
    return { at, from: at.rows === undefined ? from : `${from}, ${at.rows}`, where };
  });
}

function groupKeySql({ by }: PreparedGroup, at: PlaceSql, { zone, weekStart }: QueryContext): Sql {
  return {
    sql: `rapport_group(${at.value}, ?, ?, ?)`,
    params: [by, zone, weekStart],
  };
}

function orderSql(sorts: readonly PreparedSort[], scope: TestScope): Sql {
  const { layout } = scope.tables(scope.of);
  const parts = sorts.map((sort): Sql => {
    const direction = sort.isDown ? 'DESC' : 'ASC';
    const { sql, params } = orderKeySql(sort, scope);
    return sort.hop === undefined && orderBy(sort.place) === 'name'
      ? { sql: `${sql} ${direction}`, params }
      : { sql: `${sql} ${direction} NULLS LAST`, params };
  });
  const sortKey = layout.columnByPath.get('sortKey');
  const name =
    sortKey === undefined
      ? `json_extract(${doc}.data, '$.sortKey')`
      : `${doc}.${columnAt(layout, 'sortKey').sql}`;
  return {
    sql: [...parts.map(({ sql }) => sql), name, `${doc}.id`].join(', '),
    params: parts.flatMap(({ params }) => params),
  };
}

function orderKeySql(sort: PreparedSort, scope: TestScope): Sql {
  const keys = rowsOf(sort, scope).map(({ at, from, where }): Sql & { isOne: boolean } => {
    const alias = sort.hop === undefined ? doc : 'linked';
    const key = keySql(sort, at, alias, scope);
    if (from === '')
      return { sql: `CASE WHEN ${at.guard} THEN ${key} END`, params: [], isOne: true };
    const rows = from.slice(', '.length);
    return {
      sql: `(SELECT min(${key}) FROM ${rows} WHERE ${where.sql} AND ${at.guard})`,
      params: where.params,
      isOne: true,
    };
  });
  const [first, ...others] = keys;
  if (first === undefined) return { sql: 'NULL', params: [] };
  if (others.length === 0) return first;
  return {
    sql: `(SELECT min(column1) FROM (VALUES ${keys.map(({ sql }) => `(${sql})`).join(', ')}))`,
    params: keys.flatMap(({ params }) => params),
  };
}

function keySql({ place }: PreparedSort, at: PlaceSql, alias: string, scope: TestScope): string {
  switch (orderBy(place)) {
    case 'name': {
      const column = scope.tables(scope.of).layout.columnByPath.get('sortKey');
      return alias === doc && column !== undefined
        ? `${doc}.${column.sql}`
        : `json_extract(${alias}.data, '$.sortKey')`;
    }
    case 'folded':
      return `rapport_fold_order(${at.value})`;
    case 'choice': {
      const choices = choicesAt(place);
      const whens = choices.map(
        (one, index) => `WHEN '${one.replaceAll("'", "''")}' THEN ${index}`,
      );
      return whens.length === 0
        ? '0'
        : `CASE ${at.value} ${whens.join(' ')} ELSE ${choices.length} END`;
    }
    default:
      return at.value;
  }
}
