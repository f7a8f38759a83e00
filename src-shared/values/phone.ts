// Phone numbers as E.164, an extension behind it as RFC 3966 writes it
// (+12125550100;ext=12), with the text as written beside it. Plain international numbers
// of common countries are understood without the library, which takes ten times as long.

import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

import { type ParsedValue, understood } from './parsed-value.ts';
import { splitList } from './split-list.ts';
import { unseen } from './unseen.ts';

export type PhoneParser = (text: string) => ParsedValue;

/** `country` is ISO 3166-1 alpha-2, for numbers without a country code. */
export function createPhoneParser(country: string | undefined): PhoneParser {
  const upper = country?.toUpperCase();
  const home = upper !== undefined && isSupportedCountry(upper) ? upper : undefined;
  return (text) => parsePhone(text, home);
}

/** Several in one text where each part is a number of its own; else the one that it is. */
export function parsePhones(text: string, parse: PhoneParser): ParsedValue[] {
  const parts = splitList(text, /[;,\n|]| \/ /);
  const isList = parts.length > 1 && parts.every((part) => part.replace(/\D/g, '').length >= 6);
  return (isList ? parts : [text]).map(parse);
}

/** +49 30 1234567: grouped as in its country, as it is dialled from abroad. */
export const internationalPhone = (value: string): string | undefined =>
  parsePhoneNumberFromString(value)?.formatInternational();

/** Longer texts are no phone numbers, and the library takes its time over them. */
const longestPhone = 250;

/** A spreadsheet took the number for a sum: its last digits are lost, and many read the same. */
const shortened = /^\+?\d(?:[.,]\d+)?e\+?\d{1,2}$/i;

function parsePhone(text: string, home: CountryCode | undefined): ParsedValue {
  const raw = text.trim();
  const seen = raw.replace(unseen, '');
  const quick = quickPhone(seen);
  if (quick !== undefined) return understood(quick, seen);
  if (shortened.test(seen)) return { value: raw, problem: 'phone-shortened' };
  if (raw.length > longestPhone) return { value: raw, problem: 'phone-not-understood' };
  const number = parsePhoneNumberFromString(
    seen.replace(/^tel:/i, '').replace(/^\(?\+?\)?00/, '+'),
    home === undefined ? {} : { defaultCountry: home, extract: true },
  );
  if (number === undefined || !number.isPossible() || !mayBeDialled(number.number))
    return { value: raw, problem: 'phone-not-understood' };
  const { ext = '' } = number;
  return understood(ext === '' ? number.number : `${number.number};ext=${ext}`, seen);
}

/** In North America neither an area nor an exchange begins with 0 or 1: such a number is another country's. */
const mayBeDialled = (e164: string): boolean =>
  !e164.startsWith('+1') || /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(e164);

/** Calling code to the lengths its national numbers have and may not begin with. */
const plainCodes = new Map<string, [least: number, most: number, trunk: string]>([
  ['1', [10, 10, '01']],
  ['31', [9, 9, '0']],
  ['33', [9, 9, '0']],
  ['41', [9, 9, '0']],
  ['44', [10, 10, '0']],
  ['48', [9, 9, '0']],
  ['49', [8, 11, '0']],
]);

function quickPhone(raw: string): string | undefined {
  if (
    raw.charCodeAt(0) !== 43 ||
    raw.length > 24 ||
    !/^\+[\d .()/-]+$/.test(raw) ||
    raw.includes('(0')
  )
    return undefined;
  const digits = raw.replace(/\D/g, '');
  const code = digits[0] === '1' ? '1' : digits.slice(0, 2);
  const rule = plainCodes.get(code);
  const length = digits.length - code.length;
  if (
    rule === undefined ||
    length < rule[0] ||
    length > rule[1] ||
    rule[2].includes(digits[code.length] ?? '0')
  )
    return undefined;
  return `+${digits}`;
}
