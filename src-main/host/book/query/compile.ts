// A Mango selector as SQL. Answers come from index columns where there are any, from
// the side table of the multi-value field, else from the stored JSON; what none of
// them can tell is left to RxDB's matcher (see query-condition.ts).

import type { CollectionTable } from '../sqlite/collection-table.ts';
import { columnCondition, idCondition } from './column.ts';
import { and, type Condition, not, or, unknown } from './condition.ts';
import { jsonCondition } from './json.ts';
import { keysCondition } from './keys.ts';

type Plain = Record<string, unknown>;

/** The conditions that must all hold. */
export function compileSelector(table: CollectionTable, selector: unknown): Condition[] {
  if (!isPlain(selector)) return [unknown];
  return Object.entries(selector).flatMap(([field, expression]) => {
    if (field === '$and') return allOf(table, expression);
    return field.startsWith('$')
      ? [logical(table, field, expression)]
      : compileField(table, field, expression);
  });
}

function allOf(table: CollectionTable, selectors: unknown): Condition[] {
  if (!Array.isArray(selectors)) return [unknown];
  return selectors.flatMap((selector) => compileSelector(table, selector));
}

function logical(table: CollectionTable, operator: string, selectors: unknown): Condition {
  if (!Array.isArray(selectors)) return unknown;
  const any = or(selectors.map((selector) => and(compileSelector(table, selector))));
  if (operator === '$or') return any;
  return operator === '$nor' ? not(any) : unknown;
}

function compileField(table: CollectionTable, field: string, expression: unknown): Condition[] {
  const operations = normalized(expression);
  if (operations === undefined) return [unknown];
  return Object.entries(operations).map(([operator, operand]) =>
    operator === '$not'
      ? not(and(compileField(table, field, operand)))
      : fieldCondition(table, field, operator, operand),
  );
}

/** As mingo reads it: shorthands spelled out, pattern and options put together. */
function normalized(expression: unknown): Plain | undefined {
  if (expression instanceof RegExp) return { $regex: expression };
  if (typeof expression !== 'object' || expression === null) return { $eq: expression };
  if (!isPlain(expression)) return undefined;
  const names = Object.keys(expression);
  if (!names.some((name) => name.startsWith('$'))) return { $eq: expression };
  if (!('$regex' in expression)) return expression;
  const { $regex, $options, ...others } = expression;
  return { ...others, $regex: toPattern($regex, $options) };
}

function toPattern(pattern: unknown, options: unknown): RegExp | undefined {
  try {
    return new RegExp(pattern as string | RegExp, options as string | undefined);
  } catch {
    return undefined;
  }
}

function fieldCondition(
  table: CollectionTable,
  field: string,
  operator: string,
  operand: unknown,
): Condition {
  if (!table.odd.has(field)) {
    const column = table.layout.columnByPath.get(field);
    if (column !== undefined)
      return field === table.layout.primary
        ? idCondition(column.sql, operator, operand)
        : columnCondition(column.sql, operator, operand);
    const keys =
      table.traits.multiValue === field ? keysCondition(table, operator, operand) : undefined;
    if (keys !== undefined) return keys;
  }
  return jsonCondition(field.split('.'), operator, operand);
}

function isPlain(value: unknown): value is Plain {
  return (
    typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)
  );
}
