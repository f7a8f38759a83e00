// What the value of a condition looks like while it is asked for, and as a condition
// takes it.

import { z } from 'zod';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import type { Operator } from '../../src-shared/fields/operators.ts';
import { type Place, typeOf } from '../../src-shared/query/places.ts';

const withoutValue: ReadonlySet<Operator> = new Set<Operator>([
  'isEmpty',
  'isNotEmpty',
  'isYes',
  'isNo',
]);
const needsValue = (op: Operator): boolean => !withoutValue.has(op);

export type Shape =
  | 'none'
  | 'length'
  | 'span'
  | 'day'
  | 'number'
  | 'codes'
  | 'buckets'
  | 'records'
  | 'list'
  | 'text';

export function shapeOf(place: Place, op: Operator): Shape {
  if (!needsValue(op)) return 'none';
  switch (typeOf(place)) {
    case 'day':
    case 'time':
      if (op === 'moreThanAgo' || op === 'moreThanAhead' || op === 'anniversaryWithin')
        return 'length';
      return op === 'within' || op === 'notWithin' ? 'span' : 'day';
    case 'number':
    case 'money':
    case 'rating':
      return 'number';
    case 'choice':
      return 'codes';
    case 'links':
      return place.at === 'field' ? 'records' : 'buckets';
    case 'choices':
      return place.at === 'field' && place.field.own !== undefined ? 'codes' : 'list';
    default:
      return 'text';
  }
}

/** Where the editor begins. */
export function firstValue(shape: Shape): JsonValue {
  switch (shape) {
    case 'length':
      return { count: 90, unit: 'day' };
    case 'span':
      return { this: 'month' };
    case 'codes':
    case 'buckets':
    case 'records':
      return [];
    case 'number':
      return 1;
    default:
      return '';
  }
}

/** As a condition takes it; undefined while something is missing. */
export function finished(shape: Shape, value: JsonValue): JsonValue | undefined {
  if (shape === 'none') return null;
  if (shape === 'list') {
    const tags = (typeof value === 'string' ? value : '').split(',').map((one) => one.trim());
    const named = tags.filter((one) => one !== '');
    return named.length === 0 ? undefined : named;
  }
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

export const dayUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;

const length = z.object({ count: z.number(), unit: z.enum(dayUnits) }).strict();
const isoDay = z.iso.date();
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** The value of a condition as its editor begins with it; undefined where that has no such editor. */
export function valueOfArg(shape: Shape, arg: JsonValue): JsonValue | undefined {
  switch (shape) {
    case 'none':
      return '';
    case 'length':
      return length.safeParse(arg).data;
    case 'span':
      return z.record(z.string(), z.json()).safeParse(arg).data;
    case 'day':
      return isoDay.safeParse(arg).data;
    case 'number':
      return z.number().safeParse(arg).data;
    case 'codes':
    case 'buckets':
    case 'records':
      return texts.safeParse(arg).data;
    case 'list': {
      const list = texts.safeParse(arg).data;
      return list?.some((one) => one.includes(',')) === true ? undefined : list?.join(', ');
    }
    case 'text':
      return z.string().safeParse(arg).data;
  }
}
