// What can stand at the foot of a column, and how it reads. Amounts of two currencies are
// never added: each has its own.

import { t } from '@lingui/core/macro';

import type { Foot, FootNumbers } from '../../src-shared/query/answers.ts';
import { orderBy } from '../../src-shared/query/order.ts';
import { type Place, typeOf } from '../../src-shared/query/places.ts';
import { commaWords } from '../words/in-language.ts';

const always = ['count', 'filled', 'empty', 'emptyShare', 'distinct'] as const;
const ofNumbers = ['sum', 'average', 'median', 'min', 'max', 'range'] as const;
const ofDates = ['min', 'max', 'range'] as const;

export type FootKind = (typeof always)[number] | (typeof ofNumbers)[number];

export function footKinds(place: Place): readonly FootKind[] {
  const type = typeOf(place);
  if (type === 'day' || type === 'time') return [...always, ...ofDates];
  return orderBy(place) === 'number' ? [...always, ...ofNumbers] : always;
}

export function footName(kind: FootKind, place: Place): string {
  const isDate = ['day', 'time'].includes(typeOf(place));
  switch (kind) {
    case 'count':
      return t`All`;
    case 'filled':
      return t`Filled in`;
    case 'empty':
      return t`Empty`;
    case 'emptyShare':
      return t`Empty, in percent`;
    case 'distinct':
      return t`Different ones`;
    case 'sum':
      return t`Sum`;
    case 'average':
      return t`Average`;
    case 'median':
      return t`Median`;
    case 'min':
      return isDate ? t`Earliest` : t`Least`;
    case 'max':
      return isDate ? t`Latest` : t`Most`;
    case 'range':
      return isDate ? t`From first to last` : t`Between least and most`;
  }
}

export function footText(kind: FootKind, foot: Foot, place: Place, language: string): string {
  const number = (value: number, digits = 0): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  const { count, filled, distinct, numbers } = foot;
  switch (kind) {
    case 'count':
      return number(count);
    case 'filled':
      return number(filled);
    case 'empty':
      return number(count - filled);
    case 'emptyShare':
      return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
        count === 0 ? 0 : (count - filled) / count,
      );
    case 'distinct':
      return number(distinct);
    default:
      return commaWords(numbers.flatMap((one) => numberWords(kind, one, place, language) ?? []));
  }
}

function numberWords(
  kind: FootKind,
  one: FootNumbers,
  place: Place,
  language: string,
): string | undefined {
  if (['day', 'time'].includes(typeOf(place))) return dateWords(kind, one, language);
  const value = valueOf(kind, one);
  if (value === undefined) return undefined;
  return new Intl.NumberFormat(
    language,
    isCurrency(one.currency)
      ? { style: 'currency', currency: one.currency }
      : { maximumFractionDigits: 2 },
  ).format(value);
}

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

function valueOf(kind: FootKind, one: FootNumbers): number | undefined {
  const { count, sum, median } = one;
  const [low, high] = [Number(one.low), Number(one.high)];
  switch (kind) {
    case 'sum':
      return sum ?? undefined;
    case 'average':
      return sum === null || count === 0 ? undefined : sum / count;
    case 'median':
      return median ?? undefined;
    case 'min':
      return low;
    case 'max':
      return high;
    case 'range':
      return high - low;
    default:
      return undefined;
  }
}

const dayMs = 86_400_000;

function dateWords(kind: FootKind, { low, high }: FootNumbers, language: string) {
  const [first, last] = [momentOf(low), momentOf(high)];
  if (first === undefined || last === undefined) return undefined;
  const zone = typeof low === 'string' ? { timeZone: 'UTC' } : {};
  const date = (at: number): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...zone }).format(at);
  if (kind === 'min') return date(first);
  if (kind === 'max') return date(last);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  }).format(Math.round((last - first) / dayMs));
}

/** A month or a year begins with its first day. */
function momentOf(value: string | number | null): number | undefined {
  if (typeof value === 'number') return value;
  if (value === null) return undefined;
  const at = Date.parse(`${`${value}-01-01`.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}
