// One part of a saved view in words, as its record holds it: a change of a view says what
// changed.

import type { Kinds } from '../domain/kinds.ts';
import type { JsonValue } from '../domain/record.ts';
import { say } from '../words/say.ts';
import { describeView, type Describing, namedIn, orderWords } from './describe.ts';
import { listOf, referenceWords } from './field-words.ts';
import { parseView, type View } from './view.ts';

/** Undefined for what is no part of a view, or not understood. */
export function describePart(
  part: string,
  value: JsonValue,
  of: JsonValue | undefined,
  how: Describing,
): string | undefined {
  const view = viewWith(part, value, of);
  if (view === undefined) return undefined;
  const fields = (list: readonly { field: string }[]): string =>
    listOf(
      list.map(({ field }) => referenceWords(how.kinds, view.of, field)),
      'conjunction',
    );
  switch (part) {
    case 'conditions':
      return describeView(view, how);
    case 'sorts':
      return view.sorts.length === 0 ? say('query.byName') : orderWords(view, how);
    case 'groupBy':
      return view.groupBy.length === 0 ? say('query.ungrouped') : fields(view.groupBy);
    case 'columns':
      return view.columns.length === 0 ? say('query.usualColumns') : fields(view.columns);
    default:
      return undefined;
  }
}

/** Ids of the records that it points to. */
export function namedInPart(
  part: string,
  value: JsonValue,
  of: JsonValue | undefined,
  kinds: Kinds,
): string[] {
  const view = viewWith(part, value, of);
  return view === undefined ? [] : namedIn(view, kinds);
}

function viewWith(part: string, value: JsonValue, of: JsonValue | undefined): View | undefined {
  const parsed = parseView({ of: of ?? 'people', [part]: value });
  return parsed.ok ? parsed.value : undefined;
}
