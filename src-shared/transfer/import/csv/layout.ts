// How a CSV is laid out: what separates its cells, on which line its header stands
// (some programs put a preamble before it), and where each column goes.

import { fail, ok, type Result } from '../../../domain/result.ts';
import type { ImportColumn, ImportOptions } from '../../import-types.ts';
import { type CsvRow, readRows } from './rows.ts';
import { almostKnown } from './almost.ts';
import { guessByHeader, guessByValues, isUsualHeader } from './guess.ts';
import { headerReader, formatById, rapportCsvId, recognise } from './formats/import-formats.ts';
import { guessOwnType } from '../../../fields/guess-own.ts';
import { readerIn } from '../entry/reader-in.ts';
import { parseTarget } from './targets.ts';
import type { FileText } from '../text/file-text.ts';

export type CsvLayout = {
  delimiter: string;
  /** Line of the header; 0 when the file has none. */
  headerLine: number;
  format: string;
  columns: ImportColumn[];
  /** Rows shorter than the header are usual in this file: trailing cells were left out. */
  isRagged: boolean;
};

const delimiters = [',', ';', '\t', '|'];
const searchedRows = 60;
const sampleRows = 200;
/** Blank lines before a table may be many, but not without end. */
const mostLooked = 20_000;
export const maxColumns = 4_096;

export function findLayout(file: FileText, options: ImportOptions): Result<CsvLayout> {
  const text = beginningOf(file);
  const named = /^sep=(.)\r?\n/i.exec(text.slice(0, 10))?.[1];
  const chosen = options.delimiter ?? named;
  const tries = (chosen === undefined ? delimiters : [chosen]).map((delimiter) =>
    tryDelimiter(text, delimiter, options.format),
  );
  const best = tries.reduce((a, b) => (b.score > a.score ? b : a));
  const { rows, delimiter, headerAt } = best;
  if (rows.length === 0) return fail('file-empty');
  if (headerAt === -1) return fail('file-not-recognised');
  const isHeaderless = best.isHeaderless;
  const head = rows[headerAt];
  const header = isHeaderless
    ? (head?.cells ?? []).map((_, index) => `#${index}`)
    : columnsOf(head?.cells ?? [], rows.slice(headerAt + 1));
  if (header.length > maxColumns && recognise(header) !== rapportCsvId)
    return fail('too-many-columns', { columns: header.length, limit: maxColumns });
  const below = rows.slice(isHeaderless ? headerAt : headerAt + 1);
  const format = options.format ?? recognise(header) ?? likelyFormat(header) ?? 'unknown';
  const columns = mapColumns(header, below, format, options);
  if (below.length === 0 && columns.every(({ by }) => by === 'none'))
    return fail('file-not-recognised');
  const short = below.filter(
    ({ cells }) => cells.length < header.length && cells.length > 1,
  ).length;
  return ok({
    delimiter,
    headerLine: isHeaderless ? 0 : (head?.line ?? 1),
    format,
    columns,
    isRagged: short * 2 > below.length,
  });
}

type Try = {
  delimiter: string;
  rows: CsvRow[];
  headerAt: number;
  isHeaderless: boolean;
  score: number;
};

function tryDelimiter(text: string, delimiter: string, format: string | undefined): Try {
  const rows = firstRows(text, delimiter);
  const scores = rows
    .slice(0, searchedRows)
    .map(({ cells, problem }) => (problem === undefined ? headerScore(cells, format) : 0));
  const top = Math.max(0, ...scores);
  const widths = rows.map(({ cells }) => cells.length);
  const wide = widths.filter((width) => width > 1).length;
  const even = widths.length === 0 ? 0 : wide / widths.length;
  if (top > 0)
    return {
      delimiter,
      rows,
      headerAt: scores.indexOf(top),
      isHeaderless: false,
      score: 10 + top + even,
    };
  const first = rows.findIndex(
    ({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1,
  );
  const looksData =
    first >= 0 && (rows[first]?.cells ?? []).some((cell) => guessByValues([cell]) !== undefined);
  return {
    delimiter,
    rows,
    headerAt: first,
    isHeaderless: looksData,
    score: first === -1 ? 0 : even + commonWidth(widths),
  };
}

/** Whole lines of at most so many characters. */
function beginningOf(file: FileText): string {
  const head = file.slice(0, 300_001);
  return head.length > 300_000 ? head.slice(0, head.lastIndexOf('\n') + 1 || 300_000) : head;
}

/** At most 200, without empty lines. */
function firstRows(head: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const reader = readRows(head, delimiter, sampleRows);
  let looked = 0;
  for (let some = reader.next(); some !== undefined && looked < mostLooked; some = reader.next()) {
    for (const row of some) {
      looked += 1;
      if (row.cells.length <= 1 && row.cells[0]?.trim() === '') continue;
      rows.push(row);
      if (rows.length >= sampleRows) return rows;
    }
  }
  return rows;
}

/** How many cells are headers we know. A paragraph that mentions one does not count. */
function headerScore(cells: readonly string[], format: string | undefined): number {
  const known = recognise(cells);
  const read = headerReader(format ?? known ?? '');
  let score = known === undefined ? 0 : 100;
  for (const cell of cells) {
    if (cell.length > 100 || cell === '') continue;
    if (read(cell) !== undefined) score += 2;
    else if (guessByHeader(cell) !== undefined) score += 1;
  }
  return score;
}

/** Between 0 and 1: how usual the most usual number of cells over one is. */
function commonWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / Math.max(1, widths.length);
}

/** Without columns at the end that have neither a name nor a value. */
function columnsOf(header: readonly string[], below: readonly CsvRow[]): string[] {
  const isUsed = (index: number): boolean =>
    header[index]?.trim() !== '' ||
    below.some(({ cells }) => cells.length <= header.length && (cells[index] ?? '').trim() !== '');
  let length = header.length;
  while (length > 0 && !isUsed(length - 1)) length -= 1;
  return header.slice(0, length);
}

/** A program's file without some of its columns: most are its own, and one is nobody else's. */
function likelyFormat(header: readonly string[]): string | undefined {
  const named = header.filter((title) => title.trim() !== '');
  let best: { id: string; count: number } | undefined;
  for (const id of formatById.keys()) {
    const read = headerReader(id);
    const own = named.filter((title) => read(title) !== undefined);
    const isOwn = own.some((title) => !isUsualHeader(title));
    if (isOwn && own.length >= named.length * 0.6 && own.length > (best?.count ?? 1))
      best = { id, count: own.length };
  }
  return best?.id;
}

function mapColumns(
  header: readonly string[],
  rows: readonly CsvRow[],
  format: string,
  { mapping, country }: ImportOptions,
): ImportColumn[] {
  const read = headerReader(format);
  const chosen = new Map(Object.entries(mapping ?? {}));
  const isExact = format === rapportCsvId;
  const reader = readerIn(country);
  const taken = new Set<string>();
  const columns = header.map((title, index) => {
    const samples = samplesOf(rows, index, 20);
    const column = (target: string, by: ImportColumn['by']): ImportColumn => {
      taken.add(target);
      const known = { index, header: title, target, by, samples: samples.slice(0, 3) };
      return by === 'format' || isExact || index >= mostOwn || samples.length === 0
        ? known
        : { ...known, own: guessOwnType(samplesOf(rows, index, sampleRows), reader) };
    };
    const own = chosen.get(`#${index}`) ?? chosen.get(title) ?? chosen.get(title.trim());
    if (own !== undefined && parseTarget(own) !== undefined) return column(own, 'user');
    const known = read(title);
    if (known !== undefined && parseTarget(known) !== undefined) return column(known, 'format');
    if (isExact) return column('', 'none');
    return guessed(title, index, samples, taken, column);
  });
  return isExact
    ? columns
    : columns.map((column) => ({ ...column, target: inContext(column, taken) }));
}

/** What a column means beside the others of its file. */
function inContext({ target, by }: ImportColumn, taken: ReadonlySet<string>): string {
  if (by !== 'guess') return target;
  // "Name, Vorname": the family's.
  if (target === 'name' && taken.has('given') && !taken.has('family')) return 'family';
  return target;
}

function guessed(
  title: string,
  index: number,
  samples: readonly string[],
  taken: ReadonlySet<string>,
  column: (target: string, by: ImportColumn['by']) => ImportColumn,
): ImportColumn {
  const byHeader = guessByHeader(title, samples);
  if (byHeader !== undefined && (!taken.has(byHeader) || !isSingle(byHeader)))
    return column(byHeader, 'guess');
  const label = title.trim().slice(0, 200);
  const byValues = guessByValues(samples);
  const almost = byHeader === undefined ? almostKnown(title) : undefined;
  const fits = byValues === undefined || almost?.startsWith(byValues) || almost === 'birthday';
  if (almost !== undefined && fits && (!taken.has(almost) || !isSingle(almost)))
    return column(almost, 'guess');
  if (byValues !== undefined && byHeader === undefined) {
    const isNamed = label !== '' && !label.startsWith('#') && !/[.#:]/.test(label);
    return column(isNamed ? `${byValues}:${label}` : byValues, 'guess');
  }
  return label === '' && samples.length === 0
    ? column('', 'none')
    : column(`custom:${label === '' ? `#${index + 1}` : label}`, 'none');
}

/** Fields hold one value, so a second column of the same kind goes elsewhere. */
const isSingle = (target: string): boolean =>
  !/^(?:email|phone|link|note|tags|handle|date|address)/.test(target);

/** In so many columns it is looked at what a field of them would hold. */
const mostOwn = 400;

function samplesOf(rows: readonly CsvRow[], index: number, most: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[index];
    if (cell !== undefined && cell.trim() !== '') samples.push(cell.slice(0, 200));
    if (samples.length >= most) break;
  }
  return samples;
}
