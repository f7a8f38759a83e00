// Phone numbers as E.164 with the text as typed kept. Plain international numbers of
// common countries are understood without the library, which takes ten times as long.

import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

export type Phone = { value: string; more?: { [part: string]: string }; isUnderstood: boolean };

/** `country` is ISO 3166-1 alpha-2, for numbers without a country code. */
export function createPhoneParser(country: string | undefined): (text: string) => Phone {
  const upper = country?.toUpperCase();
  const home = upper !== undefined && isSupportedCountry(upper) ? upper : undefined;
  return (text) => parsePhone(text, home);
}

function parsePhone(text: string, home: CountryCode | undefined): Phone {
  const raw = text.trim();
  const quick = quickPhone(raw);
  if (quick !== undefined) return withRaw(quick, raw);
  if (raw.length > 250) return { value: raw, isUnderstood: false };
  const number = parsePhoneNumberFromString(
    raw.replace(/^tel:/i, '').replace(/^\(?\+?\)?00/, '+'),
    home === undefined ? {} : { defaultCountry: home, extract: true },
  );
  if (number === undefined || !number.isPossible()) return { value: raw, isUnderstood: false };
  const found = withRaw(number.number, raw);
  return number.ext === undefined || number.ext === ''
    ? found
    : { ...found, more: { ...found.more, ext: number.ext } };
}

const withRaw = (value: string, raw: string): Phone =>
  value === raw ? { value, isUnderstood: true } : { value, more: { raw }, isUnderstood: true };

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
