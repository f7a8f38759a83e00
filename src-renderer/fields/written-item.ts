// An entry of a set as a person writes it: a phone number as it was written, a day as this
// reader has it.

import type { SetItem } from '../../src-shared/domain/record.ts';
import { day } from '../../src-shared/fields/day.ts';
import { type Reader, writtenValue } from '../../src-shared/fields/field.ts';
import { phoneText } from '../../src-shared/values/phone-text.ts';

export function writtenItem(set: string, item: SetItem, reader: Reader): string {
  if (set === 'phones') return phoneText(item);
  if (set === 'dates' && days.accepts(item.value)) return writtenValue(days, item.value, reader);
  return item.more?.['raw'] ?? item.value;
}

const days = day();
