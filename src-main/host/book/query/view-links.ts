// Links of a view in SQL: the ids a condition on linked records holds for, and the rows
// one record is linked with. The reference is src-shared/query/links.ts.

import { roleType } from '../../../../src-shared/query/links.ts';
import { type Hop, targetsOf } from '../../../../src-shared/query/places.ts';
import type { ViewCollection } from '../../../../src-shared/query/view.ts';
import { columnAt, type CollectionTable } from '../sqlite/collection-table.ts';
import { deletedPath } from '../sqlite/layout.ts';
import { dayGuard, pathTo } from './view-values.ts';

export type Sql = { sql: string; params: (string | number)[] };

export type Tables = (collection: ViewCollection) => CollectionTable;

/** What is shown: neither removed nor in the trash nor merged away. */
export function liveSql({ layout }: CollectionTable, doc: string): string {
  const [deleted, status] = [columnAt(layout, deletedPath), columnAt(layout, 'status')];
  return `${doc}.${deleted.sql} = x'B0' AND ${doc}.${status.sql} = 'live'`;
}

/** The same for joined rows: by no index, else each record would be joined to all that is live. */
export function liveJoinedSql({ layout }: CollectionTable, doc: string): string {
  const [deleted, status] = [columnAt(layout, deletedPath), columnAt(layout, 'status')];
  return `+${doc}.${deleted.sql} = x'B0' AND +${doc}.${status.sql} = 'live'`;
}

/** What is asked of the linked record, whose alias and collection are given. */
type Inner = (doc: string, of: ViewCollection) => Sql;

export const field = (doc: string, name: string): string =>
  `json_extract(${doc}.data, ${pathTo('fields', name)})`;

/** Whether the record is linked with one for which `inner` holds. */
export function linkedSql(
  hop: Hop,
  of: ViewCollection,
  doc: string,
  today: string,
  tables: Tables,
  inner: Inner,
): Sql {
  const end = of === 'people' ? 'from' : 'to';
  const ties = tables('ties');
  switch (hop.by) {
    case 'role': {
      const roles = roleSql(ties, 'role', today);
      const asked = inner('role', 'ties');
      const sql = idsOfSql(
        doc,
        'role',
        end,
        `${ties.docs} AS role WHERE ${roles.sql} AND ${asked.sql}`,
      );
      return { sql, params: [...roles.params, ...asked.params] };
    }
    case 'org': {
      const roles = roleSql(ties, 'role', today);
      const groups = idsSql(hop, tables, inner);
      const isThere = `${field('role', 'to')} IN (${groups.sql})`;
      const sql = idsOfSql(
        doc,
        'role',
        'from',
        `${ties.docs} AS role WHERE ${roles.sql} AND ${isThere}`,
      );
      return { sql, params: [...roles.params, ...groups.params] };
    }
    case 'field':
    case 'set': {
      const ids = idsSql(hop, tables, inner);
      const { from, link, guard } = pointersOf(hop, doc);
      const sql = `EXISTS (SELECT 1 FROM ${from} WHERE ${guard} AND ${link} IN (${ids.sql}))`;
      return { sql, params: ids.params };
    }
  }
}

/** A row without an end would make the answer neither yes nor no. */
const idsOfSql = (doc: string, row: string, end: string, rows: string): string =>
  `${doc}.id IN (SELECT ${field(row, end)} FROM ${rows} AND ${field(row, end)} IS NOT NULL)`;

/** Rows from which `linked` is joined to one record: for what is sorted and grouped by. */
export function linkedRowsSql(
  hop: Hop,
  of: ViewCollection,
  doc: string,
  today: string,
  tables: Tables,
): { from: string; where: Sql }[] {
  const ties = tables('ties');
  const end = of === 'people' ? 'from' : 'to';
  switch (hop.by) {
    case 'role': {
      const roles = roleSql(ties, 'linked', today, liveJoinedSql);
      const isOwn = `key.value = ${doc}.id AND linked.n = key.n AND ${field('linked', end)} = ${doc}.id`;
      const where = { sql: `${isOwn} AND ${roles.sql}`, params: roles.params };
      return [{ from: `${ties.keys} AS key CROSS JOIN ${ties.docs} AS linked`, where }];
    }
    case 'org': {
      const [roles, groups] = [roleSql(ties, 'role', today, liveJoinedSql), tables('groups')];
      return [
        {
          from: `${ties.keys} AS key CROSS JOIN ${ties.docs} AS role CROSS JOIN ${groups.docs} AS linked`,
          where: {
            sql: `key.value = ${doc}.id AND role.n = key.n AND ${field('role', end)} = ${doc}.id AND ${roles.sql} AND linked.id = ${field('role', 'to')} AND ${liveJoinedSql(groups, 'linked')}`,
            params: roles.params,
          },
        },
      ];
    }
    case 'field':
    case 'set':
      return hop.to.map((to) => {
        const { from, link, guard } = pointersOf(hop, doc);
        const table = tables(to);
        return {
          from: `${from} CROSS JOIN ${table.docs} AS linked`,
          where: {
            sql: `${guard} AND linked.id = ${link} AND ${liveJoinedSql(table, 'linked')}`,
            params: [],
          },
        };
      });
  }
}

function idsSql(hop: Hop, tables: Tables, inner: Inner): Sql {
  const parts = targetsOf(hop).map((to, at) => {
    const [table, alias] = [tables(to), `linked${at}`];
    const asked = inner(alias, to);
    const sql = `SELECT ${alias}.id FROM ${table.docs} AS ${alias} WHERE ${liveSql(table, alias)} AND ${asked.sql}`;
    return { sql, params: asked.params };
  });
  return {
    sql: parts.map(({ sql }) => sql).join(' UNION ALL '),
    params: parts.flatMap(({ params }) => params),
  };
}

/** The ids that a field or set points to: one row each. */
function pointersOf(
  hop: Extract<Hop, { name: string }>,
  doc: string,
): { from: string; link: string; guard: string } {
  const path = pathTo(hop.by === 'set' ? 'sets' : 'fields', hop.name);
  const from = `json_each(${doc}.data, ${path}) AS pointer`;
  return hop.by === 'set'
    ? { from, link: `json_extract(pointer.value, '$.value')`, guard: '1' }
    : { from, link: 'pointer.value', guard: `pointer.type = 'text'` };
}

/** Begun, and not ended by a day that can be read. */
export function roleSql(ties: CollectionTable, tie: string, today: string, live = liveSql): Sql {
  const edge = (name: string, sign: '<=' | '>=', ends: [month: string, year: string]): string => {
    const path = pathTo('fields', name);
    const value = `json_extract(${tie}.data, ${path})`;
    const isDay = `${dayGuard(value, `json_type(${tie}.data, ${path})`)}`;
    const whole = `CASE length(${value}) WHEN 10 THEN ${value} WHEN 4 THEN ${value} || '${ends[1]}' ELSE ${value} || '${ends[0]}' END`;
    return `(NOT ((${isDay}) IS TRUE) OR ${value} GLOB '--*' OR ${whole} ${sign} ?)`;
  };
  return {
    sql: `${live(ties, tie)} AND ${field(tie, 'type')} = '${roleType}' AND ${edge('start', '<=', ['-01', '-01-01'])} AND ${edge('until', '>=', ['-31', '-12-31'])}`,
    params: [today, today],
  };
}
