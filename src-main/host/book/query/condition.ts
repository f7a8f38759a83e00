// A condition as SQL with three outcomes: 1 (the document matches), 0 (it does not)
// and NULL (only RxDB's own matcher can tell). SQL's logic combines them rightly.

import type { ColumnValue } from '../sqlite/column-value.ts';

export type Condition = {
  sql: string;
  params: ColumnValue[];
  /** Never NULL. */
  isExact: boolean;
  /** The same rows in a form that can use an index; only where the condition must hold. */
  filter?: string;
  /** The numbers of the rows it holds for, where they can be had without looking at rows. */
  rows?: string;
};

export const always: Condition = { sql: '1', params: [], isExact: true };
export const never: Condition = { sql: '0', params: [], isExact: true };
export const unknown: Condition = { sql: 'NULL', params: [], isExact: false };

/** `filter` may be NULL where it does not hold. */
export const exactly = (filter: string, ...params: ColumnValue[]): Condition => ({
  sql: `((${filter}) IS TRUE)`,
  params,
  isExact: true,
  filter: `(${filter})`,
});

export const maybe = (sql: string, ...params: ColumnValue[]): Condition => ({
  sql: `(${sql})`,
  params,
  isExact: false,
});

export const not = (condition: Condition): Condition => ({
  sql: `(NOT ${condition.sql})`,
  params: condition.params,
  isExact: condition.isExact,
});

export const and = (conditions: readonly Condition[]): Condition =>
  join(conditions, ' AND ', always);
export const or = (conditions: readonly Condition[]): Condition => join(conditions, ' OR ', never);

function join(conditions: readonly Condition[], operator: string, empty: Condition): Condition {
  const [first, ...others] = conditions;
  if (first === undefined) return empty;
  if (others.length === 0) return first;
  return {
    sql: paired(
      conditions.map(({ sql }) => sql),
      operator,
    ),
    params: conditions.flatMap(({ params }) => params),
    isExact: conditions.every(({ isExact }) => isExact),
  };
}

/** In pairs of pairs: SQLite takes an expression a thousand deep, and a row of them is as deep as long. */
export function paired(sql: readonly string[], operator: string): string {
  if (sql.length === 1) return sql[0] ?? '';
  const half = Math.ceil(sql.length / 2);
  return `(${paired(sql.slice(0, half), operator)}${operator}${paired(sql.slice(half), operator)})`;
}
