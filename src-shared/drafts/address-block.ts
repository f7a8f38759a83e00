// A postal address as it stands on an envelope: which line comes where is said by the country.

import type { SetItem } from '../domain/record.ts';

/**
 * Lines divided by |. N who it is to, O their organisation, S street, Z postal code, C town,
 * R region or state. A part that is empty goes, with the marks before it.
 */
const usual = 'N|O|S|Z C|R';
const groups: { readonly [format: string]: string } = {
  'N|O|S|Z C':
    'AT BE BG CH CZ DE DK EE FI FR GR HR IL IS LI LT LU LV MC NL NO PL PT RO RS SE SI SK TR',
  'N|O|S|Z C R': 'ES IT',
  'N|O|S|C, R Z': 'US',
  'N|O|S|C R Z': 'AU CA',
  'N|O|S|C|Z': 'GB LK MT ZA',
  'N|O|S|C|R|Z': 'EG IE RU UA',
  'N|O|C|S|Z': 'HU',
  'N|O|S|C Z|R': 'IN',
  'N|O|S|C Z': 'JO LB NZ SA SG',
  'N|O|S|C - R|Z': 'BR',
  'N|O|S|Z C, R': 'MX MY',
  'N|O|S|C|R': 'AE HK',
  'N|O|S|C|R Z': 'ID KR PH TH',
  'Z|R C|S|O|N': 'CN JP TW',
};

type Address = Pick<SetItem, 'value' | 'more'>;
type Block = {
  name: string;
  /** '' where it is written to at home. */
  organisation: string;
  address: Address;
  /** ISO 3166-1 alpha-2, as understood from what the address says; '' where it says none. */
  country: string;
  /** What that country is called, where the letter leaves its own. */
  abroad: string;
};

/** The lines, none of them empty. */
export function addressBlock({ name, organisation, address, country, abroad }: Block): string[] {
  const { more = {} } = address;
  const street = [more['street'], more['extended'], more['poBox']]
    .map((part) => (part ?? '').trim())
    .filter((part) => part !== '')
    .join(', ');
  const parts: { readonly [mark: string]: string } = {
    N: name.trim(),
    O: organisation.trim() === name.trim() ? '' : organisation.trim(),
    S: street,
    Z: (more['postalCode'] ?? '').trim(),
    C: (more['city'] ?? '').trim(),
    R: (more['region'] ?? '').trim(),
  };
  const isWhole = parts['S'] === '' && parts['C'] === '';
  const lines = isWhole
    ? [parts['N'], parts['O'], ...address.value.split(/,\s*|\n/u)]
    : formatOf(country)
        .split('|')
        .map((line) => filled(line, parts));
  return [...lines, abroad.toUpperCase()]
    .map((line) => (line ?? '').trim())
    .filter((line) => line !== '');
}

function formatOf(country: string): string {
  const [format] = Object.entries(groups).find(([, countries]) =>
    countries.split(' ').includes(country),
  ) ?? [usual];
  return format;
}

/** Marks between two parts stand only where both do. */
function filled(line: string, parts: { readonly [mark: string]: string }): string {
  let text = '';
  for (const [, before = '', mark = ''] of line.matchAll(/([^A-Z]*)([A-Z])/gu)) {
    const part = parts[mark] ?? '';
    if (part !== '') text += text === '' ? part : `${before}${part}`;
  }
  return text;
}

/** Where somebody is written to: the first address that says something. */
export const postalOf = (items: readonly SetItem[] = []): SetItem | undefined =>
  items.find(({ value }) => value.trim() !== '');
