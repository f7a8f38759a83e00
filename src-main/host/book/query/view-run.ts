// Answers a view from the book: which records in which order, and how many. Held to
// src-shared/query by a property test.

import type { GroupKey } from '../../../../src-shared/query/answers.ts';
import { choicesAt, orderBy } from '../../../../src-shared/query/order.ts';
import type {
  PreparedSort,
  PreparedView,
  QueryContext,
} from '../../../../src-shared/query/prepare.ts';
import { columnAt } from '../sqlite/collection-table.ts';
import { fromSortText, toSortText } from '../sqlite/sort-text.ts';
import { inGroupsSql } from './view-groups.ts';
import type { Sql } from './view-links.ts';
import { doc, rowsOf, scopeOf, selectionOf, type ViewSource } from './view-rows.ts';
import type { TestScope } from './view-test.ts';
import type { PlaceSql } from './view-values.ts';

export type Page = { offset: number; limit: number };

export function viewIds(
  source: ViewSource,
  view: PreparedView,
  context: QueryContext,
  { offset, limit }: Page,
  /** Only those in these of its groups, the outermost first. */
  keys: readonly GroupKey[] = [],
): string[] {
  const scope = scopeOf(view, source, context);
  const { from, sql, params } = selectionOf(view, scope);
  const inside = inGroupsSql(view, keys, scope, context);
  const order = orderSql(view.sorts, scope);
  return source.reader
    .prepare(
      `SELECT ${doc}.id FROM ${from} WHERE ${sql}${inside.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`,
    )
    .all(...params, ...inside.params, ...order.params, limit, offset)
    .map((row) => fromSortText(String(row['id'])));
}

export function viewCount(source: ViewSource, view: PreparedView, context: QueryContext): number {
  const { from, sql, params } = selectionOf(view, scopeOf(view, source, context));
  const row = source.reader
    .prepare(`SELECT count(*) AS count FROM ${from} WHERE ${sql}`)
    .get(...params);
  return Number(row?.['count']);
}

/** Whether a record is among them. */
export function viewHas(
  source: ViewSource,
  view: PreparedView,
  context: QueryContext,
  id: string,
): boolean {
  const { from, sql, params } = selectionOf(view, scopeOf(view, source, context));
  const find = source.reader.prepare(`SELECT 1 FROM ${from} WHERE ${sql} AND ${doc}.id = ?`);
  return find.get(...params, toSortText(id)) !== undefined;
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
