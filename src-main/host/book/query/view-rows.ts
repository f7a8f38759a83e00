// What every answer about a view begins with: its records, and where the values of a place
// stand beside them.

import { dayOfTime } from '../../../../src-shared/query/calendar.ts';
import type { GroupFactName } from '../../../../src-shared/query/facts.ts';
import type { Reference } from '../../../../src-shared/query/places.ts';
import type { PreparedView, QueryContext } from '../../../../src-shared/query/prepare.ts';
import type { Connection } from '../sqlite/connection.ts';
import { groupFactSql } from './view-people.ts';
import { linkedRowsSql, liveSql, type Sql, type Tables } from './view-links.ts';
import { testSql, type TestScope } from './view-test.ts';
import { type PlaceSql, valuesSql } from './view-values.ts';

export type ViewSource = {
  reader: Connection;
  tables: Tables;
  /** What is known of smart buckets, as JSON by their ids: whom they hold stands nowhere. */
  smartFact?: (name: GroupFactName) => string | undefined;
};

/** The alias of a record of the view. */
export const doc = 'doc';

export function scopeOf(
  { of }: PreparedView,
  { tables, smartFact }: Pick<ViewSource, 'tables' | 'smartFact'>,
  { now, zone }: QueryContext,
): TestScope {
  const today = dayOfTime(now, zone);
  const groupFact = (name: GroupFactName, group: string) =>
    groupFactSql(name, group, today, tables, smartFact?.(name));
  return { of, doc, tables, today, groupFact };
}

/** FROM and WHERE of everything in the view. */
export function selectionOf(view: PreparedView, scope: TestScope): Sql & { from: string } {
  const table = scope.tables(view.of);
  const { sql, params } = testSql(view.test, scope);
  return { from: `${table.docs} AS ${doc}`, sql: `${liveSql(table, doc)} AND ${sql}`, params };
}

export type Rows = { at: PlaceSql; from: string; where: Sql };

/** Where the values of a place stand: in the record's own row, or joined to it. */
export function rowsOf({ place, hop }: Reference, scope: TestScope): Rows[] {
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
    const at = valuesSql(place, alias, scope);
    return { at, from: at.rows === undefined ? from : `${from}, ${at.rows}`, where };
  });
}

/** Common tables that statements begin with. */
export const withTables = (tables: readonly { name: string; is: Sql }[]): Sql => ({
  sql: `WITH ${tables.map(({ name, is }) => `${name} AS (${is.sql})`).join(', ')}`,
  params: tables.flatMap(({ is }) => is.params),
});

/** The rows of everything in the view. */
export function selectedSql(view: PreparedView, scope: TestScope): Sql {
  const { from, sql, params } = selectionOf(view, scope);
  return { sql: `SELECT ${doc}.n AS n FROM ${from} WHERE ${sql}`, params };
}

/** A row for each value of a place that records of the table `selected` have. */
export function valueRowsSql(
  reference: Reference,
  scope: TestScope,
  columns: (at: PlaceSql) => Sql,
  join: 'UNION' | 'UNION ALL',
): Sql {
  // Two roles in one organisation, or one bucket told twice, lead to one record: its values
  // count once.
  const once = reference.hop === undefined ? '' : 'DISTINCT';
  const parts = rowsOf(reference, scope).map(({ at, from, where }): Sql => {
    const shown = columns(at);
    const told = [
      ...(once === '' ? [] : ['linked.n AS record']),
      ...(once === '' || at.rows === undefined ? [] : ['item.key AS item']),
    ];
    return {
      sql: `SELECT ${once} ${[`${doc}.n AS n`, shown.sql, ...told].join(', ')} FROM ${scope.tables(scope.of).docs} AS ${doc}${from} WHERE ${doc}.n IN (SELECT n FROM selected) AND ${where.sql} AND ${at.guard}`,
      params: [...shown.params, ...where.params],
    };
  });
  return {
    sql: parts.map(({ sql }) => sql).join(` ${join} `),
    params: parts.flatMap(({ params }) => params),
  };
}
