// The foot of a column over some records, in plain TypeScript: the reference that the
// host's SQL is held to.

import type { JsonValue, RecordDoc } from '../domain/record.ts';
import type { Foot, FootNumbers } from './answers.ts';
import { dayOfTime } from './calendar.ts';
import type { Facts } from './facts.ts';
import { linkedBy } from './links.ts';
import type { MatchContext } from './matches.ts';
import { orderBy } from './order.ts';
import { type Reference, typeOf } from './places.ts';
import { amountOf, currencyOf } from './predicates.ts';
import { valuesAt } from './values.ts';

export function footOf(
  column: Reference,
  records: readonly RecordDoc[],
  factsOf: (id: string) => Facts,
  context: MatchContext,
): Omit<Foot, 'group'> {
  const perRecord = records.map((record) => valuesOf(column, record, factsOf(record.id), context));
  const values = perRecord.flat();
  const isNumber = orderBy(column.place) === 'number';
  const isDay = typeOf(column.place) === 'day';
  return {
    count: records.length,
    filled: perRecord.filter((some) => some.length > 0).length,
    distinct: new Set(values.map((value) => sameAs(value, isNumber))).size,
    numbers: isNumber ? numbersIn(values) : isDay ? daysIn(values) : [],
  };
}

function valuesOf(
  { place, hop }: Reference,
  record: RecordDoc,
  facts: Facts,
  context: MatchContext,
): JsonValue[] {
  const today = dayOfTime(context.now, context.zone);
  const records = hop === undefined ? [record] : linkedBy(hop, record, context.links, today);
  return records.flatMap((one) => valuesAt(place, one, facts));
}

const sameAs = (value: JsonValue, isNumber: boolean): string =>
  isNumber ? `${amountOf(value)} ${moneyOf(value)}` : JSON.stringify(value);

const moneyOf = (value: JsonValue): string => {
  const currency = currencyOf(value);
  return typeof currency === 'string' ? currency : '';
};

function numbersIn(values: readonly JsonValue[]): FootNumbers[] {
  const byCurrency = new Map<string, number[]>();
  for (const value of values) {
    const currency = moneyOf(value);
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), amountOf(value)]);
  }
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amounts]) => {
      const sorted = amounts.toSorted((a, b) => a - b);
      const middle = (at: number): number => sorted[at] ?? 0;
      const { length } = sorted;
      return {
        currency,
        count: length,
        sum: sorted.reduce((a, b) => a + b, 0),
        low: middle(0),
        high: middle(length - 1),
        median: (middle(Math.floor((length - 1) / 2)) + middle(Math.floor(length / 2))) / 2,
      };
    });
}

/** Days without a year come neither first nor last. */
function daysIn(values: readonly JsonValue[]): FootNumbers[] {
  const days = values
    .filter((value) => typeof value === 'string')
    .filter((value) => !value.startsWith('-'))
    .sort();
  const [low] = days;
  const high = days.at(-1);
  if (low === undefined || high === undefined) return [];
  return [{ currency: '', count: days.length, sum: null, low, high, median: null }];
}
