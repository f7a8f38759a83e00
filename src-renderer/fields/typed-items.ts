// What is typed into an entry of a set, as changes of its record.

import type { SetItem } from '../../src-shared/domain/record.ts';
import type { Change, Ref } from '../../src-shared/records/command.ts';
import { putItem } from '../../src-shared/records/intents/edits.ts';
import type { TypedValue } from '../data/typed-values.ts';

/** The first stands in the place of the entry it was typed into, if it has an id; the rest beside it. */
export function typedItems(
  ref: Ref,
  set: string,
  item: Partial<SetItem>,
  parsed: readonly TypedValue[],
): Change[] {
  const { more: _written, id, value: _old, ...rest } = item;
  return parsed.map(({ value, more }, at) => {
    const typed = { ...rest, value, ...(more === undefined ? {} : { more }) };
    return putItem(ref, set, at === 0 && id !== undefined ? { ...typed, id } : typed);
  });
}
