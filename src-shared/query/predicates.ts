// What can be asked of one value, after words for days are read and texts are folded. A
// closed list: the host says each of these in SQL, `holds` is what they mean.

import type { JsonValue } from '../domain/record.ts';
import { foldItem, foldText } from '../domain/fold.ts';
import { dayOfTime, type DaySpan, isLeap } from './calendar.ts';

/** Days of a year as MM-DD; in a year without 29 February that day is the 28th. */
export type YearWindow = { from: string; to: string; hasLeapDay: boolean };

export type Predicate =
  | { is: 'any' }
  | { is: 'text'; how: 'equals' | 'contains' | 'starts'; text: string }
  | { is: 'number'; sign: Sign; than: number; currency?: string | undefined }
  /** A day, month or year that lies wholly between the two. */
  | { is: 'days'; from?: string | undefined; to?: string | undefined }
  /** ms since 1970. */
  | { is: 'times'; from?: number | undefined; before?: number | undefined }
  | { is: 'anniversary'; windows: readonly YearWindow[]; zone: string }
  /** One of these codes or ids, or none of them; `isFolded`: whatever its capitals. */
  | { is: 'in' | 'notIn'; values: readonly string[]; isFolded: boolean }
  | { is: 'yes'; value: boolean };

export type Sign = '=' | '<' | '<=' | '>' | '>=';

export function holds(predicate: Predicate, value: JsonValue): boolean {
  switch (predicate.is) {
    case 'any':
      return true;
    case 'text':
      return holdsText(predicate, foldText(asText(value)));
    case 'number':
      return (
        (predicate.currency === undefined || currencyOf(value) === predicate.currency) &&
        compares(amountOf(value), predicate.sign, predicate.than)
      );
    case 'days': {
      const span = typeof value === 'string' ? spanOfDay(value) : undefined;
      return (
        span !== undefined &&
        (predicate.from === undefined || span.from >= predicate.from) &&
        (predicate.to === undefined || span.to <= predicate.to)
      );
    }
    case 'times':
      return (
        (predicate.from === undefined || Number(value) >= predicate.from) &&
        (predicate.before === undefined || Number(value) < predicate.before)
      );
    case 'anniversary':
      return hasAnniversary(predicate.windows, monthAndDay(value, predicate.zone));
    case 'in':
    case 'notIn': {
      const code = predicate.isFolded ? foldItem(asText(value)) : asText(value);
      return predicate.values.includes(code) === (predicate.is === 'in');
    }
    case 'yes':
      return value === predicate.value;
  }
}

export const asText = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

function holdsText({ how, text }: Extract<Predicate, { is: 'text' }>, folded: string): boolean {
  if (how === 'equals') return folded === text;
  return how === 'contains' ? folded.includes(text) : folded.startsWith(text);
}

/** An amount of whatever form: a JSON number, decimal text, money. */
export function amountOf(value: JsonValue): number {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Number(value['amount']);
  return Number(value);
}

export const currencyOf = (value: JsonValue): JsonValue | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value['currency']
    : undefined;

function compares(a: number, sign: Sign, b: number): boolean {
  switch (sign) {
    case '=':
      return a === b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** A month ends with its 31st here: as text that is behind all its days. */
export function spanOfDay(value: string): DaySpan | undefined {
  if (value.startsWith('-')) return undefined;
  if (value.length === 10) return { from: value, to: value };
  return value.length === 7
    ? { from: `${value}-01`, to: `${value}-31` }
    : { from: `${value}-01-01`, to: `${value}-12-31` };
}

/** MM-DD; undefined where only a month or a year is known. */
export function monthAndDay(value: JsonValue, zone: string): string | undefined {
  if (typeof value === 'number') return dayOfTime(value, zone).slice(5);
  if (typeof value !== 'string') return undefined;
  return value.startsWith('--') || value.length === 10 ? value.slice(-5) : undefined;
}

export function hasAnniversary(
  windows: readonly YearWindow[],
  monthDay: string | undefined,
): boolean {
  if (monthDay === undefined) return false;
  return windows.some(({ from, to, hasLeapDay }) => {
    const kept = monthDay === '02-29' && !hasLeapDay ? '02-28' : monthDay;
    return kept >= from && kept <= to;
  });
}

/** The parts of a span that lie in one year each; a year and more holds every day. */
export function windowsOf({ from, to }: DaySpan): YearWindow[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (last - first > 1) return [{ from: '01-01', to: '12-31', hasLeapDay: true }];
  const years = last < first ? [] : last === first ? [first] : [first, last];
  return years.map((year) => ({
    from: year === first ? from.slice(5) : '01-01',
    to: year === last ? to.slice(5) : '12-31',
    hasLeapDay: isLeap(year),
  }));
}
