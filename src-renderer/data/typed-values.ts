// What is typed becomes values by the parsers that an import uses, too. They bring the
// countries' number plans and are fetched when a page can be typed into: the list opens
// without them.

import type { NameFields } from '../../src-shared/values/name-words.ts';
import type { WrittenItem } from '../../src-shared/values/parse-item.ts';
import type { ParsedValue, TypedProblem } from '../../src-shared/values/parsed-value.ts';
import { isWebAddress } from '../../src-shared/values/web-address.ts';
import { fetchCode } from './fetch-code.ts';

const load = async () => {
  const [items, names, shown] = await Promise.all([
    import('../../src-shared/values/parse-item.ts'),
    import('../../src-shared/values/name.ts'),
    import('../../src-shared/values/phone.ts'),
  ]);
  return { ...items, ...names, ...shown };
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

export type TypedValue = Omit<ParsedValue, 'problem'> & { problem?: TypedProblem };

/** `country` is ISO 3166-1 alpha-2. None for an empty text. */
export async function parseTypedItem(
  set: string,
  item: WrittenItem,
  country: string,
): Promise<TypedValue[]> {
  const { createItemParser } = await fetchParsers();
  const parsed: TypedValue[] = createItemParser(country)(set, item);
  if (set === 'phones')
    return parsed.map((one) =>
      one.problem !== undefined && isDialledSomewhere(one.value)
        ? { ...one, problem: 'phone-of-elsewhere' }
        : one,
    );
  if (set !== 'links') return parsed;
  return parsed.map((one) =>
    isWebAddress(one.value) ? one : { ...one, problem: 'link-not-understood' },
  );
}

/** Digits enough for a number, and no country before them. */
const isDialledSomewhere = (text: string): boolean =>
  /^[\d\s()./-]+$/.test(text) && !text.startsWith('00') && text.replace(/\D/g, '').length >= 7;

/** Grouped as in its country, as it is dialled from abroad; undefined where it is no number. */
export async function dialledPhone(value: string): Promise<string | undefined> {
  const { internationalPhone } = await fetchParsers();
  return internationalPhone(value);
}

/** The parts of a name typed into one box. */
export async function parseTypedName(text: string): Promise<NameFields> {
  const { parseName } = await fetchParsers();
  return parseName(text);
}
