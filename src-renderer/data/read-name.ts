// What is typed into one box becomes parts: a name its given and family name, a phone
// number its international form beside the text as typed.

import type { CountryCode } from 'libphonenumber-js/min';

import { fetchCode } from './fetch-code.ts';

export type TypedPhone = { value: string; label: string; more: { raw: string } };

export async function readNameAndPhone(name: string, phone: string, country: string) {
  return {
    fields: readName(name),
    phone: phone.trim() === '' ? undefined : await readPhone(phone, country),
  };
}

/** The last word is the family name; `Family, Given` is understood too. */
export function readName(text: string): { [field: string]: string } {
  const name = text.trim().replace(/\s+/g, ' ');
  if (name === '') return {};
  const [before, after] = name.split(/,\s*/, 2);
  if (after !== undefined && after !== '' && before !== undefined)
    return { given: after, family: before };
  const words = name.split(' ');
  if (words.length === 1) return { given: name };
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}

/** The countries' number plans are fetched at the first number: the list opens without them. */
export async function readPhone(text: string, country: string): Promise<TypedPhone> {
  const { parsePhoneNumberFromString } = await fetchCode(
    async () => import('libphonenumber-js/min'),
  );
  const raw = text.trim();
  const parsed = parsePhoneNumberFromString(raw.replace(/^00/, '+'), country as CountryCode);
  const value =
    parsed?.isPossible() === true
      ? parsed.number + (parsed.ext === undefined ? '' : `;ext=${parsed.ext}`)
      : raw;
  return { value, label: 'mobile', more: { raw } };
}
