// Dates as YYYY-MM-DD, or --MM-DD where the year is not known. Whether 03/04/2021 is
// March or April is settled for a whole column: by the option, else by its values.

export type DateOrder = 'mdy' | 'dmy' | 'ymd';

const monthByName = new Map(
  [
    'jan january januar janvier enero',
    'feb february februar février fevrier febrero',
    'mar march märz marz mär mars marzo',
    'apr april avril avr abril abr',
    'may mai mayo',
    'jun june juni juin junio',
    'jul july juli juillet julio',
    'aug august août aout agosto ago',
    'sep sept september septembre septiembre',
    'oct october oktober okt octobre octubre',
    'nov november novembre noviembre',
    'dec december dezember dez décembre decembre diciembre dic',
  ].flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
);

/** '' for an empty date (0/0/00), undefined when not understood. */
export function parseDate(text: string, order: DateOrder): string | undefined {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(trimmed);
  if (iso !== null) return isoDate(iso[1], iso[2], iso[3]);
  if (/^0*[/.-]0*[/.-]0*$/.test(trimmed) || trimmed === '') return '';
  const yearless = /^--(\d{1,2})-?(\d{2})$/.exec(trimmed);
  if (yearless !== null) return isoDate(undefined, yearless[1], yearless[2]);
  const packed = /^(\d{4})(\d{2})(\d{2})(?:T.*)?$/.exec(trimmed);
  if (packed !== null) return isoDate(packed[1], packed[2], packed[3]);
  const numbers = /^(\d{1,4})[/. -]+(\d{1,2})(?:[/. -]+(\d{1,4}))?\.?(?:,? .*)?$/.exec(trimmed);
  if (numbers !== null) return numericDate(numbers.slice(1), order);
  return namedDate(trimmed);
}

function numericDate(
  [a = '', b = '', c]: (string | undefined)[],
  order: DateOrder,
): string | undefined {
  if (a.length > 2) return isoDate(a, b, c ?? '1');
  const [day, month] =
    order === 'mdy' && Number(b) > 12
      ? [b, a]
      : order === 'mdy' && Number(a) > 12
        ? [a, b]
        : order === 'mdy'
          ? [b, a]
          : Number(b) > 12
            ? [b, a]
            : [a, b];
  if (c === undefined) return isoDate(undefined, month, day);
  return order === 'ymd' && c.length <= 2
    ? isoDate(fullYear(a), b, c)
    : isoDate(fullYear(c), month, day);
}

/** 12 Mar 2024, 7-Feb-22, March 12, 2024, 12. März 2024, 12 Mar. */
function namedDate(text: string): string | undefined {
  const parts = text
    .toLowerCase()
    .split(/[\s,.\-/]+/)
    .filter((part) => part !== '' && part !== 'de');
  const at = parts.findIndex((part) => monthByName.has(part));
  if (at === -1 || parts.length < 2 || parts.length > 5) return undefined;
  const month = String(monthByName.get(parts[at] ?? ''));
  const rest = parts
    .filter((_, index) => index !== at)
    .map((part) => part.replace(/^(\d+)(st|nd|rd|th)$/, '$1'));
  if (!rest.slice(0, 2).every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [day, year] =
    rest[0] !== undefined && rest[0].length > 2 ? [rest[1] ?? '1', rest[0]] : [rest[0], rest[1]];
  return isoDate(year === undefined ? undefined : fullYear(year), month, day);
}

/** Two digits: at most ten years ahead of 2020 are of this century. */
const fullYear = (year: string): string =>
  year.length > 2 ? year : `${Number(year) <= 30 ? '20' : '19'}${year.padStart(2, '0')}`;

function isoDate(year: string | undefined, month = '', day = ''): string | undefined {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1) return undefined;
  const isLeap =
    year === undefined ||
    (Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0));
  const longest = m === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  if (d > longest || (year !== undefined && Number(year) === 0)) return undefined;
  const rest = `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return year === undefined ? `--${rest}` : `${year.padStart(4, '0')}-${rest}`;
}

/** The order that a column's values show; undefined when none of them does. */
export function orderOf(values: readonly string[]): DateOrder | undefined {
  for (const value of values) {
    const match = /^(\d{1,4})[/. -](\d{1,2})[/. -](\d{1,4})/.exec(value.trim());
    if (match === null) continue;
    const [, a = '', b = ''] = match;
    if (a.length > 2) return 'ymd';
    if (Number(a) > 12) return 'dmy';
    if (Number(b) > 12) return 'mdy';
    if (value.includes('.')) return 'dmy';
  }
  return undefined;
}
