// In which order a view shows its records. Text goes by its folded form, what has nothing
// comes last in both directions, and what is equal goes by name and then by id.

import { foldText } from '../domain/fold.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { dayOfTime } from './calendar.ts';
import type { Facts } from './facts.ts';
import { linkedBy } from './links.ts';
import type { MatchContext } from './matches.ts';
import { type Place, typeOf } from './places.ts';
import { amountOf, asText } from './predicates.ts';
import type { PreparedSort, PreparedView } from './prepare.ts';
import { valuesAt } from './values.ts';

export type OrderKey = string | number;

/** How the values of a place are put in order: the host does the same in SQL. */
export type OrderBy = 'name' | 'folded' | 'text' | 'number' | 'choice' | 'yes';

export function orderBy(place: Place): OrderBy {
  if (place.at === 'member' && place.name === 'name') return 'name';
  switch (typeOf(place)) {
    case 'number':
    case 'rating':
    case 'money':
    case 'time':
      return 'number';
    case 'day':
      return 'text';
    case 'choice':
      return 'choice';
    case 'yes-no':
      return 'yes';
    default:
      return 'folded';
  }
}

/** Codes of a newer version come after those that are known. */
export const choicesAt = (place: Place): readonly string[] =>
  place.at === 'set' ? [] : (place.field.choices ?? []);

function keyOf(place: Place, value: JsonValue): OrderKey {
  switch (orderBy(place)) {
    case 'number':
      return amountOf(value);
    case 'yes':
      return Number(value);
    case 'text':
      return asText(value);
    case 'choice': {
      const choices = choicesAt(place);
      const at = choices.indexOf(asText(value));
      return at === -1 ? choices.length : at;
    }
    default:
      return foldText(asText(value));
  }
}

/** The least of several values counts. */
function orderKeyOf(
  { place, hop }: PreparedSort,
  record: RecordDoc,
  facts: Facts,
  context: MatchContext,
): OrderKey | undefined {
  const today = dayOfTime(context.now, context.zone);
  const records = hop === undefined ? [record] : linkedBy(hop, record, context.links, today);
  const isName = place.at === 'member' && place.name === 'name';
  const keys = records.flatMap((one) => {
    if (!isName) return valuesAt(place, one, facts).map((value) => keyOf(place, value));
    // A group without a name is as none.
    return hop !== undefined && one.name === '' ? [] : [one.sortKey];
  });
  return keys.length === 0 ? undefined : keys.reduce((a, b) => (b < a ? b : a));
}

/** The records in the view's order. */
export function inOrder(
  { sorts }: PreparedView,
  records: readonly RecordDoc[],
  factsOf: (id: string) => Facts,
  context: MatchContext,
): RecordDoc[] {
  const keyed = records.map((record) => ({
    record,
    keys: sorts.map((sort) => orderKeyOf(sort, record, factsOf(record.id), context)),
  }));
  keyed.sort((a, b) => {
    for (const [at, { isDown }] of sorts.entries()) {
      const difference = compareKeys(a.keys[at], b.keys[at], isDown);
      if (difference !== 0) return difference;
    }
    return compareNames(a.record, b.record);
  });
  return keyed.map(({ record }) => record);
}

const compare = (a: OrderKey, b: OrderKey): number => (a < b ? -1 : a > b ? 1 : 0);

function compareKeys(a: OrderKey | undefined, b: OrderKey | undefined, isDown: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return isDown ? compare(b, a) : compare(a, b);
}

const compareNames = (a: RecordDoc, b: RecordDoc): number =>
  compare(a.sortKey, b.sortKey) || compare(a.id, b.id);
