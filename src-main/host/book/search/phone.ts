// Phone numbers are stored in one international form but typed in many: digits are
// looked for anywhere inside the numbers.

import { AsYouType } from 'libphonenumber-js/min';

import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { matchBegin, matchEnd } from './text.ts';

const prefix = 'phone:';
const fewestDigits = 3;

/**
 * The digits to look for, one after the other; none when the text cannot be (part of) a
 * phone number. A country's code may be missing from the number as it is kept.
 */
export function digitsOf(text: string): string[] {
  if (!/^[\d\s()+./-]+$/.test(text)) return [];
  const typed = text
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  // The zero of national dialling is not kept either.
  const whole = typed.replace(/\D/g, '').replace(/^0+/, '');
  const national = typed.startsWith('+') ? withoutCountry(typed) : whole;
  return [...new Set([whole, national])].filter((digits) => digits.length >= fewestDigits);
}

function withoutCountry(typed: string): string {
  const number = new AsYouType();
  number.input(typed);
  const code = number.getCallingCode() ?? '';
  return typed
    .slice(1 + code.length)
    .replace(/\D/g, '')
    .replace(/^0+/, '');
}

export function findByPhone(
  reader: Connection,
  { docs, keys, layout, traits }: CollectionTable,
  digits: string,
  limit: number,
): { n: number; highlight: string }[] {
  if (traits.multiValue === undefined) return [];
  const status = layout.columnByPath.get('status')?.sql;
  const rows = reader
    .prepare(
      `SELECT n, min(value) AS value FROM ${keys} JOIN ${docs} USING (n)
       WHERE value >= '${prefix}' AND value < 'phone;' AND instr(value, ?) > 0
       AND ${status} = 'live' AND ${layout.columnByPath.get('_deleted')?.sql} = x'B0'
       GROUP BY n ORDER BY n LIMIT ?`,
    )
    .all(digits, limit);
  return rows.map(({ n, value }) => {
    const number = String(value).slice(prefix.length);
    const highlight = number.replace(digits, `${matchBegin}${digits}${matchEnd}`);
    return { n: Number(n), highlight };
  });
}
