// What stands somewhere now, in the shape in which the history keeps it.

import type { JsonValue, RecordDoc } from '../../../src-shared/domain/record.ts';

export function presentValue(
  { fields, sets, note }: Pick<RecordDoc, 'fields' | 'sets' | 'note'>,
  what: string,
): JsonValue {
  if (what === 'note') return note;
  const slash = what.indexOf('/');
  if (slash === -1) return fields[what] ?? null;
  const found = sets[what.slice(0, slash)]?.find(({ id }) => id === what.slice(slash + 1));
  if (found === undefined) return null;
  const { id: _id, ...item } = found;
  return item as unknown as JsonValue;
}
