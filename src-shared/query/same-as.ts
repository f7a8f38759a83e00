// When a group takes several spellings for one value: where a filter does, too.

import { operatorsOf, type Place } from './places.ts';
import { isFolding } from './questions.ts';

/** How values are one group where nothing else is said: as a filter takes them for the same. */
export type SameAs = 'value' | 'text' | 'item';

export const sameAs = (place: Place): SameAs =>
  operatorsOf(place).includes('is') ? 'text' : isFolding(place) ? 'item' : 'value';

/** Whether it takes several spellings for one. */
export const isSpelled = (by: string): boolean => by === 'text' || by === 'item';
