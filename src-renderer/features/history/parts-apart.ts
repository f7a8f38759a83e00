// What differs between two states of an entry that read the same: the town of an address, where
// its line stayed as it was.

import type { HistoryChange } from '../../../src-shared/bridge/history-types.ts';
import type { JsonValue } from '../../../src-shared/domain/record.ts';
import { sayIfKnown } from '../../../src-shared/words/say.ts';

type Change = Pick<HistoryChange, 'what' | 'before' | 'after'>;
/** Empty where nothing stood there, or stands there now. */
type PartApart = { label: string; from: string; to: string };

/** Parts that people know by a name; none where the entry itself reads otherwise. */
export function partsApart({ what, before, after }: Change): PartApart[] {
  if (!isSameEntry(before, after)) return [];
  const [from, to] = [partsOf(before), partsOf(after)];
  const [set = ''] = what.split('/');
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((part) => {
    const label = sayIfKnown(`query.field.${set}.${part}`);
    const apart = { from: textOf(from[part]), to: textOf(to[part]) };
    return label === undefined || apart.from === apart.to ? [] : [{ label, ...apart }];
  });
}

/** Nothing of it can be said: only how the program keeps it is another. */
export const readsSame = (change: Change): boolean =>
  isSameEntry(change.before, change.after) && partsApart(change).length === 0;

type Parts = { readonly [name: string]: JsonValue };

const isParts = (value: JsonValue | undefined): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSameEntry = (before: JsonValue, after: JsonValue): boolean =>
  isParts(before) &&
  isParts(after) &&
  typeof before['value'] === 'string' &&
  before['value'] === after['value'] &&
  textOf(before['label']) === textOf(after['label']);

function partsOf(entry: JsonValue): Parts {
  const more = isParts(entry) ? entry['more'] : undefined;
  return isParts(more) ? more : {};
}

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
