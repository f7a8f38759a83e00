// One value of a record's set, whoever brings it: the window as it was typed, an import as
// it stands in a file. Both get the same values, and the same reason where a text is not
// understood.

import { parseAddress } from './address.ts';
import { type DateOrder, dateOrderOf, parseDay } from './date.ts';
import { parseEmails } from './email.ts';
import type { ParsedValue } from './parsed-value.ts';
import { createPhoneParser, parsePhones } from './phone.ts';
import { parseTags } from './tags.ts';

export type WrittenItem = { value: string; label?: string; more?: { [part: string]: string } };

/** None for an empty text, several where it is a list. `order` is of a date's day and month. */
export type ItemParser = (set: string, item: WrittenItem, order?: DateOrder) => ParsedValue[];

/** `country` is ISO 3166-1 alpha-2: of phone numbers, and of the usual order in a date. */
export function createItemParser(country: string | undefined): ItemParser {
  const parsePhone = createPhoneParser(country);
  const usualOrder = dateOrderOf(country);
  return (set, item, order = usualOrder) => {
    if (set === 'addresses') return listOf(parseAddress(item));
    const value = item.value.trim();
    if (value === '') return [];
    switch (set) {
      case 'emails':
        return parseEmails(value).map(withPartsOf(item));
      case 'phones':
        return parsePhones(value, parsePhone).map(withPartsOf(item));
      case 'dates':
        return listOf(parseDay(value, order)).map(withPartsOf(item));
      case 'tags':
        return parseTags(value).map((tag) => ({ value: tag }));
      default:
        return [item.more === undefined ? { value } : { value, more: item.more }];
    }
  };
}

/** What else the item carries stays; how an earlier value was written does not. */
const withPartsOf =
  ({ more }: WrittenItem) =>
  (parsed: ParsedValue): ParsedValue => {
    if (more === undefined) return parsed;
    const { raw: _raw, ext: _ext, ...parts } = more;
    const next = { ...parts, ...parsed.more };
    return Object.keys(next).length === 0 ? parsed : { ...parsed, more: next };
  };

const listOf = (parsed: ParsedValue | undefined): ParsedValue[] =>
  parsed === undefined ? [] : [parsed];
