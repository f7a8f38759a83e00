// Groups of a view in SQL: how many stand in each, one level inside another, and who stands
// in one of them. The reference is src-shared/query/groups.ts.

import type { GroupCount, GroupKey } from '../../../../src-shared/query/answers.ts';
import type {
  PreparedGroup,
  PreparedView,
  QueryContext,
} from '../../../../src-shared/query/prepare.ts';
import { isSpelled } from '../../../../src-shared/query/same-as.ts';
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
type Row = { [name: string]: SqlValue };

/**
 * `selected`, and for each grouping `place0`, `place1`: a record's row, a group's name and, where
 * a group has several spellings, one in which the record has it.
 */
export function groupTables(view: PreparedView, scope: TestScope, context: QueryContext): Table[] {
  const places = view.groups.flatMap((group, at): Table[] => {
    const named = valueRowsSql(
      group,
      scope,
      (value) => {
        const key = groupKeySql(group, value, context);
        const written = isSpelled(group.by) ? value.value : 'NULL';
        return { sql: `${key.sql} AS name, ${written} AS written`, params: key.params };
      },
      'UNION',
    );
    const all = `SELECT n, name, written FROM named${at} UNION ALL SELECT n, NULL, NULL FROM selected WHERE n NOT IN (SELECT n FROM named${at})`;
    return [
      {
        name: `named${at}`,
        is: {
          ...named,
          sql: `SELECT n, name, max(written) AS written FROM (${named.sql}) GROUP BY n, name`,
        },
      },
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
  const read = (select: string): Row[] => source.reader.prepare(`${sql} ${select}`).all(...params);
  const groups = inGroups(
    read(`SELECT name, written, count(*) AS count FROM place0 GROUP BY name, written`),
  );
  if (view.groups.length === 1) return groups;
  const pairs = read(
    `SELECT place0.name AS outer, place1.name AS name, place1.written AS written, count(*) AS count
     FROM place0 JOIN place1 ON place1.n = place0.n GROUP BY 1, 2, 3`,
  );
  const inside = Map.groupBy(pairs, (row) => keyIn(row['outer']));
  return groups.map((group) => ({ ...group, inside: inGroups(inside.get(group.key) ?? []) }));
}

/** One for each name, as most write it. */
function inGroups(rows: readonly Row[]): GroupCount[] {
  return [...Map.groupBy(rows, (row) => keyIn(row['name']))].map(([key, all]): GroupCount => {
    const counted = all.map((row) => ({
      written: keyIn(row['written']),
      count: Number(row['count']),
    }));
    const [most] = counted.toSorted((a, b) => b.count - a.count);
    const count = counted.reduce((sum, one) => sum + one.count, 0);
    const written = most?.written ?? key;
    return written === null || written === key ? { key, count } : { key, count, written };
  });
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
