// What of a view cannot be followed here.

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
