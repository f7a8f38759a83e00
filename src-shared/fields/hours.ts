// The hours in which somebody likes to be reached: understood where they can be, and kept as
// they were written where not.

import { shownHours, typedHours } from '../values/hours.ts';
import type { Field, FieldOptions } from './field.ts';
import { text } from './text.ts';

export const hours = (options: FieldOptions = {}): Field<string> => ({
  ...text(),
  ...options,
  typed: (typed, { language }) => (typed.trim() === '' ? '' : typedHours(typed, language)),
  shown: (value, { language }) => shownHours(value, language),
});
