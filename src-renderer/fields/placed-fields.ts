// Which fields of a kind are edited on the page of its record, as the declaration says.

import { kinds } from '../../src-shared/domain/kinds.ts';
import type { AnyField } from '../../src-shared/fields/field.ts';

/** In the declaration's order, those that are always shown first. */
export function placedFields(kind: string, which?: 'first' | 'more'): string[] {
  const fields = Object.entries<AnyField>(kinds.get(kind)?.fields ?? {}).filter(
    ([, { hidden, place }]) => hidden !== true && place !== 'elsewhere',
  );
  const first = fields.filter(([, { place }]) => place === 'first');
  const more = fields.filter(([, { place }]) => place !== 'first');
  const wanted = which === undefined ? [...first, ...more] : which === 'first' ? first : more;
  return wanted.map(([field]) => field);
}
