// Mango operators on the multi-value field, answered from its side table. Undefined
// for questions that the side table cannot answer.

import type { CollectionTable } from '../sqlite/collection-table.ts';
import { type Condition, exactly, not } from './condition.ts';
import { toSortText } from '../sqlite/sort-text.ts';

const longestList = 30_000;

export function keysCondition(
  { keys }: CollectionTable,
  operator: string,
  operand: unknown,
): Condition | undefined {
  switch (operator) {
    case '$eq':
      return carriesOne(keys, [operand]);
    case '$in':
      return carriesOne(keys, operand);
    case '$elemMatch':
      return elementCondition(keys, operand);
    case '$ne':
      return negated(carriesOne(keys, [operand]));
    case '$nin':
      return negated(carriesOne(keys, operand));
    default:
      return undefined;
  }
}

function elementCondition(keys: string, operand: unknown): Condition | undefined {
  if (typeof operand !== 'object' || operand === null) return undefined;
  const [[operator, value] = [], ...others] = Object.entries(operand);
  if (others.length > 0) return undefined;
  if (operator === '$eq') return carriesOne(keys, [value]);
  return operator === '$in' ? carriesOne(keys, value) : undefined;
}

function carriesOne(keys: string, values: unknown): Condition | undefined {
  if (!Array.isArray(values) || values.length === 0 || values.length > longestList)
    return undefined;
  const texts = values.filter((value): value is string => typeof value === 'string');
  if (texts.length < values.length) return undefined;
  const marks = texts.map(() => '?').join(',');
  const rows = `SELECT n FROM ${keys} WHERE value IN (${marks})`;
  return { ...exactly(`n IN (${rows})`, ...texts.map(toSortText)), rows };
}

const negated = (condition: Condition | undefined): Condition | undefined =>
  condition && not(condition);
