// A table as text for the clipboard. No cell begins like a formula (docs/decisions/0007): a
// spreadsheet runs what is pasted, too.

import { csvLine } from './export/csv-text.ts';
import { neutralise } from './formula.ts';

/** Rows of cells; a head is a row like others, except in Markdown and for the mails. */
export type Table = readonly (readonly string[])[];

/** As spreadsheets put it on the clipboard: a cell with a tab or a line break is quoted. */
export const tsvOf = (rows: Table): string =>
  rows.map((row) => row.map((cell) => tsvCell(neutralise(cell))).join('\t')).join('\r\n');

const tsvCell = (cell: string): string =>
  /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const csvOf = (rows: Table): string => rows.map(csvLine).join('');

export const htmlOf = (rows: Table): string =>
  `<table>${rows
    .map(
      (row) => `<tr>${row.map((cell) => `<td>${htmlCell(neutralise(cell))}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;

const htmlCell = (cell: string): string =>
  cell
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\r\n|\r|\n/g, '<br>');

/** The first row is the head. */
export function markdownOf([head = [], ...rows]: Table): string {
  const line = (row: readonly string[]): string => `| ${row.map(markdownCell).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

const markdownCell = (cell: string): string =>
  cell.replaceAll(/[\\|<`*_[\]]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');

/** `Ann Kee <ann@example.com>, …`, as it is put into the line “To” of a mail. */
export const mailList = (people: readonly { name: string; email: string }[]): string =>
  people.map(mailbox).join(', ');

/** RFC 5322: a name with other signs than letters stands in quotes. */
function mailbox({ name, email }: { name: string; email: string }): string {
  const words = name.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const address = email.replaceAll(/[\s<>,;]+/g, '');
  if (words === '' || words === address) return address;
  const isPlain = /^[\p{L}\p{M}\p{N} '’-]+$/u.test(words);
  const quoted = `"${words.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return `${isPlain ? words : quoted} <${address}>`;
}
