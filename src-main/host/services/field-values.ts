// Values that are there in a field, for what is typed. To count them takes a moment where there
// are very many people: they are counted once, and looked through for every further letter.

import { editedCollections } from '../../../src-shared/domain/record.ts';
import type { GroupCount } from '../../../src-shared/query/answers.ts';
import { type SuggestedValue, suggestedIn } from '../../../src-shared/query/suggest.ts';
import type { AskedView } from './which.ts';

type Wanted = { field: string; text: string; limit: number };

/** Roles begin and end by the day. */
const longestMs = 60_000;

export function openFieldValues(now: () => number) {
  let last: { of: string; at: number; groups: GroupCount[] } | undefined;
  return async (
    { book, views, view }: AskedView,
    { field, text, limit }: Wanted,
  ): Promise<SuggestedValue[]> => {
    const written = await Promise.all(editedCollections.map((one) => book.store.sequence(one)));
    const of = JSON.stringify([view, field, written]);
    const at = now();
    if (last?.of !== of || Math.abs(at - last.at) > longestMs)
      last = { of, at, groups: views.groups({ ...view, groupBy: [{ field }] }) };
    return suggestedIn(last.groups, text, limit);
  };
}
