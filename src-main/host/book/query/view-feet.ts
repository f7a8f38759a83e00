// The feet of columns in SQL: of the whole view and of each of its groups. The reference is
// src-shared/query/feet.ts.

import type { Foot, FootNumbers, GroupKey } from '../../../../src-shared/query/answers.ts';
import { orderBy } from '../../../../src-shared/query/order.ts';
import { type Reference, typeOf } from '../../../../src-shared/query/places.ts';
import type { PreparedView, QueryContext } from '../../../../src-shared/query/prepare.ts';
import type { SqlValue } from '../sqlite/driver.ts';
import { groupTables } from './view-groups.ts';
import { scopeOf, valueRowsSql, type ViewSource, withTables } from './view-rows.ts';

/** Which groups, as columns `a` and `b` beside a record's row; none, the outer, both. */
const spotsAt = [
  'SELECT n, NULL AS a, NULL AS b FROM selected',
  'SELECT n, name AS a, NULL AS b FROM place0',
  'SELECT place0.n AS n, place0.name AS a, place1.name AS b FROM place0 JOIN place1 ON place1.n = place0.n',
] as const;

type Row = { [name: string]: SqlValue };

export function viewFeet(
  source: ViewSource,
  view: PreparedView,
  column: Reference,
  context: QueryContext,
): Foot[] {
  const scope = scopeOf(view, source, context);
  const isNumber = orderBy(column.place) === 'number';
  const isDay = typeOf(column.place) === 'day';
  const values = valueRowsSql(
    column,
    scope,
    ({ value, currency }) => ({
      sql: `${value} AS value, ${currency ?? `''`} AS currency`,
      params: [],
    }),
    'UNION ALL',
  );
  const common = [...groupTables(view, scope, context), { name: 'vals', is: values }];
  return spotsAt.slice(0, view.groups.length + 1).flatMap((spots, level) => {
    const { sql, params } = withTables([
      ...common,
      { name: 'spots', is: { sql: spots, params: [] } },
    ]);
    const read = (select: string): Row[] =>
      source.reader.prepare(`${sql} ${select}`).all(...params);
    const numbers = isNumber ? read(numbersSql) : isDay ? read(daysSql) : [];
    const distinct = new Map(read(distinctSql).map((row) => [nameOf(row), Number(row['count'])]));
    return read(countsSql).map((row): Foot => ({
      group: [keyIn(row['a']), keyIn(row['b'])].slice(0, level),
      count: Number(row['count']),
      filled: Number(row['filled']),
      distinct: distinct.get(nameOf(row)) ?? 0,
      numbers: numbers.filter((one) => nameOf(one) === nameOf(row)).map(numbersOf),
    }));
  });
}

const countsSql = `SELECT a, b, count(*) AS count, count(there.n) AS filled
  FROM spots LEFT JOIN (SELECT DISTINCT n FROM vals) AS there ON there.n = spots.n GROUP BY a, b`;

const distinctSql = `SELECT a, b, count(*) AS count FROM
  (SELECT DISTINCT a, b, currency, value FROM spots JOIN vals ON vals.n = spots.n) GROUP BY a, b`;

/** The median is the middle one, or lies between the two in the middle. */
const numbersSql = `SELECT a, b, currency, count(*) AS count, sum(value) AS sum, min(value) AS low,
  max(value) AS high, avg(CASE WHEN at * 2 IN (many, many + 1, many + 2) THEN value END) AS median
  FROM (SELECT a, b, currency, value,
    row_number() OVER (PARTITION BY a, b, currency ORDER BY value) AS at,
    count(*) OVER (PARTITION BY a, b, currency) AS many
    FROM spots JOIN vals ON vals.n = spots.n)
  GROUP BY a, b, currency ORDER BY currency`;

/** Days without a year come neither first nor last. */
const daysSql = `SELECT a, b, '' AS currency, count(*) AS count, NULL AS sum, min(value) AS low,
  max(value) AS high, NULL AS median
  FROM spots JOIN vals ON vals.n = spots.n WHERE value NOT GLOB '-*' GROUP BY a, b`;

const keyIn = (name: SqlValue | undefined): GroupKey =>
  name === null || name === undefined ? null : String(name);
const nameOf = ({ a, b }: Row): string => JSON.stringify([keyIn(a), keyIn(b)]);

const plain = (value: SqlValue | undefined): string | number | null =>
  typeof value === 'string' ? value : value === null || value === undefined ? null : Number(value);

const numbersOf = (row: Row): FootNumbers => ({
  currency: String(row['currency']),
  count: Number(row['count']),
  sum: row['sum'] === null ? null : Number(row['sum']),
  low: plain(row['low']),
  high: plain(row['high']),
  median: row['median'] === null ? null : Number(row['median']),
});
