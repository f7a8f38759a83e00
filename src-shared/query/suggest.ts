// Values that are there for what somebody types: whatever its capitals, accents and place in
// the value, those that most have first.

import { foldText } from '../domain/fold.ts';
import type { GroupCount } from './answers.ts';

export type SuggestedValue = { value: string; count: number };

/** Nobody looks for what is longer by its value. */
const longest = 300;

export function suggestedIn(
  groups: readonly GroupCount[],
  text: string,
  limit: number,
): SuggestedValue[] {
  const wanted = foldText(text.trim());
  return groups
    .flatMap(({ key, count, written = key }): SuggestedValue[] => {
      const value = written?.trim() ?? '';
      if (value === '' || value.length > longest) return [];
      return wanted === '' || foldText(value).includes(wanted) ? [{ value, count }] : [];
    })
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limit);
}
