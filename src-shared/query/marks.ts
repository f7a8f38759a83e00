// What of a view cannot be followed here.

import type { View } from './view.ts';

/** `at`: where in the view, as in `conditions.all.0`. */
export type Mark = { at: string; field: string; why: MarkReason };
/**
 * `other-type`: a field of the team's own holds something else since; `circular`: a smart bucket
 * that asks for itself, which has nobody in it; `retired-field`: a smart bucket asks for a field that
 * was put away, and is followed all the same. A smart bucket of which anything else is not followed
 * has nobody in it.
 */
export type MarkReason =
  | 'unknown-field'
  | 'retired-field'
  | 'other-type'
  | 'unknown-operator'
  | 'bad-argument'
  | 'circular';

/** The view without the groupings that are not known here: all of it stands in the others. */
export function groupedAsKnown(view: View, marks: readonly Mark[]): View {
  const groupBy = view.groupBy.filter((_, index) =>
    marks.every(({ at }) => at !== `groupBy.${index}`),
  );
  return groupBy.length === view.groupBy.length ? view : { ...view, groupBy };
}
