// Phone numbers are stored in one international form but typed in many: digits are
// looked for anywhere inside the numbers.

import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { matchBegin, matchEnd } from './text.ts';

const prefix = 'phone:';
const fewestDigits = 4;

/** Undefined when the text cannot be (part of) a phone number. */
export function phoneDigits(text: string): string | undefined {
  if (!/^[\d\s()+./-]+$/.test(text)) return undefined;
  // The leading zeros of national and international dialling are not stored.
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length < fewestDigits ? undefined : digits;
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
