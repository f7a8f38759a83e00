// Mango operators on an index column. A column holds scalars only (see
// column-value.ts), so every answer is exact except for patterns and remainders.

import {
  type ColumnValue,
  falseValue,
  nullValue,
  toColumnValue,
  trueValue,
} from '../sqlite/column-value.ts';
import { always, type Condition, exactly, maybe, never, not, or, unknown } from './condition.ts';
import { literalPrefix } from './pattern.ts';
import { toSortText } from '../sqlite/sort-text.ts';

/** Above every text that a column can hold with the same beginning. */
const afterAll = '\u{10FFFF}';
const numberRange = (c: string): string => `${c} > ${literal(nullValue)} AND ${c} < ''`;
const textRange = (c: string): string => `${c} >= '' AND ${c} < x''`;
const literal = (value: typeof nullValue): string => (value === -Infinity ? '-9e999' : '');

export function columnCondition(c: string, operator: string, operand: unknown): Condition {
  switch (operator) {
    case '$eq':
      return equal(c, operand);
    case '$ne':
      return not(equal(c, operand));
    case '$in':
      return isIn(c, operand);
    case '$nin':
      return not(isIn(c, operand));
    case '$gt':
      return compare(c, '>', operand);
    case '$gte':
      return compare(c, '>=', operand);
    case '$lt':
      return compare(c, '<', operand);
    case '$lte':
      return compare(c, '<=', operand);
    case '$exists':
      return exactly(`${c} IS ${operand ? 'NOT ' : ''}NULL`);
    case '$type':
      return hasType(c, operand);
    case '$size':
    case '$elemMatch':
      return never;
    case '$regex':
      return matchesPattern(c, operand);
    default:
      return unknown;
  }
}

/** Ids are text, and their column makes text of whatever they are compared with. */
export function idCondition(c: string, operator: string, operand: unknown): Condition {
  const isOther = (one: unknown): boolean =>
    one === null || typeof one === 'number' || typeof one === 'boolean';
  switch (operator) {
    case '$eq':
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return isOther(operand) ? never : columnCondition(c, operator, operand);
    case '$ne':
      return isOther(operand) ? always : columnCondition(c, operator, operand);
    case '$in':
    case '$nin':
      return Array.isArray(operand)
        ? columnCondition(
            c,
            operator,
            operand.filter((one) => !isOther(one)),
          )
        : unknown;
    default:
      return columnCondition(c, operator, operand);
  }
}

function equal(c: string, operand: unknown): Condition {
  if (operand === null) return exactly(`${c} IS NULL OR ${c} = ${literal(nullValue)}`);
  const value = scalar(operand);
  return value === undefined ? unknown : exactly(`${c} = ?`, value);
}

function isIn(c: string, operand: unknown): Condition {
  if (!Array.isArray(operand)) return unknown;
  const others = operand.filter((item) => item !== null);
  const values = others.map(scalar);
  if (values.some((value) => value === undefined) || values.length > 30_000) return unknown;
  const listed =
    values.length === 0
      ? never
      : exactly(`${c} IN (${values.map(() => '?').join(',')})`, ...(values as ColumnValue[]));
  return others.length === operand.length ? listed : or([listed, equal(c, null)]);
}

/** Only values of the operand's own type compare. */
function compare(c: string, sign: '>' | '>=' | '<' | '<=', operand: unknown): Condition {
  if (operand === null) {
    return sign.endsWith('=') ? exactly(`${c} = ${literal(nullValue)}`) : never;
  }
  const value = scalar(operand);
  if (value === undefined) return unknown;
  const isUp = sign.startsWith('>');
  if (typeof value === 'string') {
    return exactly(`${c} ${sign} ? AND ${isUp ? `${c} < x''` : `${c} >= ''`}`, value);
  }
  if (typeof value === 'number') {
    const bound = isUp ? `${c} < ''` : `${c} > ${literal(nullValue)}`;
    return exactly(`${c} ${sign} ? AND ${bound}`, value);
  }
  return exactly(
    `${c} ${sign} ? AND ${c} ${isUp ? '<=' : '>='} ?`,
    value,
    isUp ? trueValue : falseValue,
  );
}

/** Undefined for what a column cannot hold, or holds as something else. */
function scalar(operand: unknown): ColumnValue | undefined {
  if (operand === undefined || operand === null) return undefined;
  if (typeof operand === 'number' && !Number.isFinite(operand)) return undefined;
  return toColumnValue(operand);
}

function hasType(c: string, operand: unknown): Condition {
  return or([operand].flat().map((name) => typeTest(c, name)));
}

function typeTest(c: string, name: unknown): Condition {
  switch (String(name)) {
    case 'string':
    case '2':
      return exactly(textRange(c));
    case 'number':
    case 'double':
    case 'decimal':
    case '1':
    case '19':
      return exactly(numberRange(c));
    case 'int':
    case 'long':
    case '16':
    case '18':
      return maybe(`CASE WHEN ${numberRange(c)} THEN NULL ELSE 0 END`);
    case 'bool':
    case 'boolean':
    case '8':
      return exactly(`${c} >= x'B0'`);
    case 'null':
    case '10':
      return exactly(`${c} = ${literal(nullValue)}`);
    case 'undefined':
    case '6':
      return equal(c, null);
    case 'object':
    case 'array':
    case '3':
    case '4':
      return never;
    default:
      return unknown;
  }
}

function matchesPattern(c: string, operand: unknown): Condition {
  const begin = operand instanceof RegExp ? literalPrefix(operand) : undefined;
  if (begin === undefined) return maybe(`CASE WHEN ${textRange(c)} THEN NULL ELSE 0 END`);
  if (begin === '') return exactly(textRange(c));
  const text = toSortText(begin);
  return exactly(`${c} >= ? AND ${c} < ?`, text, text + afterAll);
}
