// Postal addresses: written in one line or given in parts, of which the line is then made,
// so that both are found to be the same.

import type { ParsedValue } from './parsed-value.ts';
import { splitList } from './split-list.ts';

const partsInLine = ['street', 'extended', 'poBox', 'postalCode', 'city', 'region', 'country'];

type Written = { value: string; more?: { [part: string]: string } };

/** Undefined when nothing is written. */
export function parseAddress(written: Written): ParsedValue | undefined {
  const more: { [part: string]: string } = {};
  for (const [part, text] of Object.entries(written.more ?? {}))
    if (text.trim() !== '') more[part] = text.trim();
  const line = addressLine(more) || inOneLine(written.value);
  if (line === '') return undefined;
  return Object.keys(more).length > 0 ? { value: line, more } : { value: line };
}

/** '' where no part is one of an address. */
function addressLine(more: { [part: string]: string }): string {
  let line = '';
  for (const part of partsInLine) {
    const text = part === 'city' ? '' : part === 'postalCode' ? townOf(more) : (more[part] ?? '');
    if (text !== '') line += line === '' ? text : `, ${text}`;
  }
  return line.includes('\n') ? inOneLine(line) : line;
}

const inOneLine = (text: string): string => splitList(text, '\n').join(', ');

const townOf = ({ postalCode = '', city = '' }: { [part: string]: string }): string =>
  postalCode === '' || city === '' ? postalCode + city : `${postalCode} ${city}`;
