// Phone numbers in files for other programs: a leading + would be run as a formula or
// read as a bare number by a spreadsheet, and a leading apostrophe would end up in the
// other program's phone field. `(+49) 30 1234` is neither, and everybody reads and
// dials it (docs/decisions/0007).

import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

import type { SetItem } from '../../domain/record.ts';
import { plainPhoneText } from '../../values/phone-text.ts';

const callingCodes = new Set<string>(
  getCountries().map((country) => getCountryCallingCode(country)),
);

/** Keeps the grouping as typed where the number typed is the number understood. */
export function phoneCell(item: Pick<SetItem, 'value' | 'more'>): string {
  const raw = item.more?.['raw']?.trim() ?? '';
  const text =
    raw.startsWith('+') && digitsOf(raw) === digitsOf(item.value) ? raw : plainPhoneText(item);
  if (!/^\+\d/.test(text)) return text;
  const code = callingCodeOf(text);
  return code === undefined
    ? text
    : `(+${code}) ${text.slice(1 + code.length).replace(/^[\s./-]+/, '')}`;
}

function callingCodeOf(text: string): string | undefined {
  for (let length = 1; length <= 3; length += 1) {
    const code = text.slice(1, 1 + length);
    if (callingCodes.has(code)) return code;
  }
  return undefined;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
