// Groups of a view in SQL: how many stand in each, one level inside another, and who stands
// in one of them. The reference is src-shared/query/groups.ts.

import type { GroupCount, GroupKey } from '../../../../src-shared/query/answers.ts';
import type {
  PreparedGroup,
  PreparedView,
  QueryContext,
} from '../../../../src-shared/query/prepare.ts';
import type { SqlValue } from '../sqlite/driver.ts';
import type { Sql } from './view-links.ts';
import {
  rowsOf,
  scopeOf,
  selectedSql,
  valueRowsSql,
  type ViewSource,
  withTables,
} from './view-rows.ts';
import type { TestScope } from './view-test.ts';
import type { PlaceSql } from './view-values.ts';

type Table = { name: string; is: Sql };

/** `selected`, and for each grouping `place0`, `place1`: a record's row and a group's name. */
export function groupTables(view: PreparedView, scope: TestScope, context: QueryContext): Table[] {
  const places = view.groups.flatMap((group, at): Table[] => {
    const named = valueRowsSql(
      group,
      scope,
      (value) => {
        const key = groupKeySql(group, value, context);
        return { sql: `${key.sql} AS name`, params: key.params };
      },
      'UNION',
    );
    const all = `SELECT n, name FROM named${at} UNION ALL SELECT n, NULL FROM selected WHERE n NOT IN (SELECT n FROM named${at})`;
    return [
      { name: `named${at}`, is: { ...named, sql: `SELECT DISTINCT n, name FROM (${named.sql})` } },
      { name: `place${at}`, is: { sql: all, params: [] } },
    ];
  });
  return [{ name: 'selected', is: selectedSql(view, scope) }, ...places];
}

/** A record with several values counts in each of their groups. Two levels at most. */
export function viewGroups(
  source: ViewSource,
  view: PreparedView,
  context: QueryContext,
): GroupCount[] {
  if (view.groups.length === 0) return [];
  const scope = scopeOf(view, source, context);
  const { sql, params } = withTables(groupTables(view, scope, context));
  const read = (select: string): { [name: string]: SqlValue }[] =>
    source.reader.prepare(`${sql} ${select}`).all(...params);
  const groups = read(`SELECT name, count(*) AS count FROM place0 GROUP BY name`).map(
    (row): GroupCount => ({ key: keyIn(row['name']), count: Number(row['count']) }),
  );
  if (view.groups.length === 1) return groups;
  const inside = new Map<GroupKey, GroupCount[]>(groups.map(({ key }) => [key, []]));
  const pairs = read(
    `SELECT place0.name AS outer, place1.name AS name, count(*) AS count
     FROM place0 JOIN place1 ON place1.n = place0.n GROUP BY 1, 2`,
  );
  for (const row of pairs)
    inside.get(keyIn(row['outer']))?.push({ key: keyIn(row['name']), count: Number(row['count']) });
  return groups.map((group) => ({ ...group, inside: inside.get(group.key) ?? [] }));
}

const keyIn = (name: SqlValue | undefined): GroupKey =>
  name === null || name === undefined ? null : String(name);

/** Whether a record of the view stands in these groups, the outermost first. */
export function inGroupsSql(
  { groups }: PreparedView,
  keys: readonly GroupKey[],
  scope: TestScope,
  context: QueryContext,
): Sql {
  const tests = groups
    .slice(0, keys.length)
    .map((group, at) => inGroupSql(group, keys[at] ?? null, scope, context));
  return {
    sql: tests.map(({ sql }) => ` AND ${sql}`).join(''),
    params: tests.flatMap(({ params }) => params),
  };
}

function inGroupSql(
  group: PreparedGroup,
  wanted: GroupKey,
  scope: TestScope,
  context: QueryContext,
): Sql {
  const tests = rowsOf(group, scope).map(({ at, from, where }): Sql => {
    const key = wanted === null ? undefined : groupKeySql(group, at, context);
    const holds = key === undefined ? at.guard : `${at.guard} AND ${key.sql} = ?`;
    const params = key === undefined ? [] : [...key.params, wanted ?? ''];
    return from === ''
      ? { sql: `((${holds}) IS TRUE)`, params }
      : {
          sql: `EXISTS (SELECT 1 FROM ${from.slice(', '.length)} WHERE ${where.sql} AND ${holds})`,
          params: [...where.params, ...params],
        };
  });
  return {
    sql: `${wanted === null ? 'NOT ' : ''}(${tests.map(({ sql }) => sql).join(' OR ')})`,
    params: tests.flatMap(({ params }) => params),
  };
}

const groupKeySql = (
  { by }: PreparedGroup,
  at: PlaceSql,
  { zone, weekStart }: QueryContext,
): Sql => ({ sql: `rapport_group(${at.value}, ?, ?, ?)`, params: [by, zone, weekStart] });
