// What is typed becomes values by the parsers that an import uses, too. They bring the
// countries' number plans and are fetched when a page can be typed into: the list opens
// without them.

import type { DateOrder } from '../../src-shared/values/date.ts';
import type { NameFields } from '../../src-shared/values/name-words.ts';
import type { WrittenItem } from '../../src-shared/values/parse-item.ts';
import type { ParsedValue } from '../../src-shared/values/parsed-value.ts';
import { fetchCode } from './fetch-code.ts';

const load = async () => {
  const [items, dates, names] = await Promise.all([
    import('../../src-shared/values/parse-item.ts'),
    import('../../src-shared/values/date.ts'),
    import('../../src-shared/values/name.ts'),
  ]);
  return { ...items, ...dates, ...names };
};

let parsers: ReturnType<typeof load> | undefined;

/** Once it has been called, what is typed on a page that closes is still saved in time. */
export function fetchParsers(): ReturnType<typeof load> {
  parsers ??= fetchCode(load).catch((error: unknown) => {
    parsers = undefined;
    throw error;
  });
  return parsers;
}

/** `country` is ISO 3166-1 alpha-2. None for an empty text. */
export async function parseTypedItem(
  set: string,
  item: WrittenItem,
  country: string,
): Promise<ParsedValue[]> {
  const { createItemParser } = await fetchParsers();
  return createItemParser(country)(set, item);
}

/** The parts of a name typed into one box. */
export async function parseTypedName(text: string): Promise<NameFields> {
  const { parseName } = await fetchParsers();
  return parseName(text);
}

/** What cannot be read stays as it was typed, with the problem. */
export async function parseTypedDay(text: string, country: string): Promise<ParsedValue> {
  const { dateOrderOf, parseDay } = await fetchParsers();
  const order: DateOrder = dateOrderOf(country);
  return parseDay(text, order) ?? { value: '' };
}
