// A day of the calendar as the owner has days.

import { day } from '../../src-shared/fields/day.ts';
import { shownValue } from '../../src-shared/fields/field.ts';
import { useReader } from './use-reader.ts';

const days = day();

/** `stored`: YYYY-MM-DD. */
export function useDayWords(): (stored: string) => string {
  const reader = useReader()('', '');
  return (stored) => shownValue(days, stored, reader);
}
