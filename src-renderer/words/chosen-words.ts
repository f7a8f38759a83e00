// Everybody a list shows, in words.

import { plural, t } from '@lingui/core/macro';

import { type Describing, describeView } from '../../src-shared/query/describe.ts';
import type { View } from '../../src-shared/query/view.ts';

/** `without`: how many of them were let go by hand. */
export function chosenWords(
  { view, text, without }: { view: View; text: string; without: readonly string[] },
  how: Describing,
): string {
  const all = describeView(view, how);
  const found = text === '' ? all : t`${all}, found by “${text}”`;
  if (without.length === 0) return found;
  return plural(without.length, {
    one: `${found}, without one of them`,
    other: `${found}, without # of them`,
  });
}
