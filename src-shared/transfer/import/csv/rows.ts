// Rows of a CSV text with the line on which each begins, by Papa's parser over slices
// of the text. A quote that never closes costs its own line, not the rest of the file.

import Papa from 'papaparse';

import type { RowReason } from '../../import-types.ts';
import type { Place } from '../place.ts';
import type { FileText } from '../text/file-text.ts';

export type CsvRow = Place & { cells: string[]; problem?: RowReason };

export type CsvReader = {
  /** Rows of about the next megabyte, or as many as are wanted at once; undefined at the end. */
  next(): CsvRow[] | undefined;
  /** Characters read so far, of the text's length. */
  done(): number;
};

export const maxCellLength = 1_000_000;
const sliceLength = 1_000_000;
/** A row longer than this is an unclosed quote or too large; the first few are looked into further. */
const longestRow = 4_000_000;
const longestLook = 32_000_000;
const mostLooks = 3;
/** After so many unclosed quotes every line is read by itself. */
const mostRepairs = 50;

type State = {
  text: FileText;
  delimiter: string;
  newline: string;
  at: number;
  line: number;
  repairs: number;
  mostAtOnce: number;
};
type Parsed = { rows: CsvRow[]; end: number; lines: number };

export function readRows(text: FileText, delimiter: string, mostAtOnce = Infinity): CsvReader {
  const newline = newlineOf(text);
  const state: State = { text, delimiter, newline, at: 0, line: 1, repairs: 0, mostAtOnce };
  return {
    done: () => state.at,
    next: () => {
      while (state.at < text.length) {
        const rows = nextRows(state);
        if (rows.length > 0) return rows;
      }
      return undefined;
    },
  };
}

/** The cells of the rows at a known place (mostly one), as `readRows` gave them. */
export function readRowsAgain(
  text: FileText,
  delimiter: string,
  { line, at, end }: Place,
): string[][] {
  const rows = text.slice(at, end);
  const newline = newlineOf(rows);
  if (!rows.includes('"'))
    return rows
      .replace(/\r?\n$|\r$/, '')
      .split(newline)
      .map((row) => row.replace(/\r$/, '').split(delimiter));
  const state = { text: rows, delimiter, newline, at: 0, line, repairs: 0, mostAtOnce: Infinity };
  const read = parseSlice(state, rows, true).rows.map(({ cells }) => cells);
  return read.length === 0 ? [['']] : read;
}

function nextRows(state: State): CsvRow[] {
  if (state.repairs > mostRepairs) return linesAlone(state);
  for (let length = sliceLength; ; length *= 2) {
    const end = Math.min(state.text.length, state.at + length);
    const isLast = end === state.text.length;
    const { rows, end: read, lines } = parseSlice(state, state.text.slice(state.at, end), isLast);
    if (read > 0) {
      state.at += read;
      state.line += lines;
      return rows;
    }
    if (isLast || length >= (state.repairs < mostLooks ? longestLook : longestRow))
      return [brokenLine(state)];
  }
}

/** Stops before a row that an unclosed or misplaced quote has drawn over several lines. */
function parseSlice(state: State, slice: string, isLast: boolean): Parsed {
  const parsed: Parsed = { rows: [], end: 0, lines: 0 };
  const hasQuotes = slice.includes('"');
  const { delimiter, newline } = state;
  const parser: Papa.Parser = new Papa.Parser({
    delimiter,
    newline: newline as '\n' | '\r',
    step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
      const cells = (data[0] ?? []) as unknown as string[];
      const lines = hasQuotes ? countLines(slice, newline, parsed.end, meta.cursor) : 1;
      const isSpread = lines > 1 && errors.some(({ type }) => type === 'Quotes');
      if (isSpread || errors.some(({ code }) => code === 'MissingQuotes')) return parser.abort();
      if (newline === '\n') dropReturn(cells, slice, meta.cursor);
      const place = {
        line: state.line + parsed.lines,
        at: state.at + parsed.end,
        end: state.at + meta.cursor,
      };
      parsed.rows.push(rowOf(place, cells));
      parsed.end = meta.cursor;
      parsed.lines += lines;
      if (parsed.rows.length >= state.mostAtOnce) parser.abort();
    },
  });
  parser.parse(slice, 0, !isLast);
  if (isLast && parsed.end < slice.length) dropEmptyEnd(parsed, slice);
  return parsed;
}

/** A step's cursor is that of the row's end; the text may end in the middle of a line. */
function dropEmptyEnd(parsed: Parsed, slice: string): void {
  if (slice.slice(parsed.end).trim() === '') parsed.end = slice.length;
}

function rowOf(place: Place, cells: string[]): CsvRow {
  return cells.some((cell) => cell.length > maxCellLength)
    ? { ...place, cells, problem: 'cell-too-large' }
    : { ...place, cells };
}

function brokenLine(state: State): CsvRow {
  state.repairs += 1;
  const { cells, place, isLong } = takeLine(state);
  return { ...place, cells, problem: isLong ? 'cell-too-large' : 'unbalanced-quote' };
}

function linesAlone(state: State): CsvRow[] {
  const rows: CsvRow[] = [];
  for (let taken = 0; taken < 5_000 && state.at < state.text.length; taken += 1) {
    const { cells, place, isBroken, isLong } = takeLine(state);
    if (isLong) rows.push({ ...place, cells, problem: 'cell-too-large' });
    else if (isBroken) rows.push({ ...place, cells, problem: 'unbalanced-quote' });
    else rows.push(rowOf(place, cells));
  }
  return rows;
}

function takeLine(state: State): {
  place: Place;
  cells: string[];
  isBroken: boolean;
  isLong: boolean;
} {
  const found = state.text.indexOf(state.newline, state.at);
  const end = found === -1 ? state.text.length : found;
  const text = state.text
    .slice(state.at, Math.min(end, state.at + maxCellLength))
    .replace(/\r$/, '');
  const place = { line: state.line, at: state.at, end: Math.min(end + 1, state.text.length) };
  const isLong = end - state.at > maxCellLength;
  state.at = found === -1 ? state.text.length : found + 1;
  state.line += 1;
  const quotes = text.split('"').length - 1;
  const isBroken = quotes % 2 === 1;
  if (isBroken) return { place, cells: text.split(state.delimiter), isBroken, isLong };
  const { data } = Papa.parse<string[]>(text, { delimiter: state.delimiter, newline: '\n' });
  return { place, cells: data[0] ?? [''], isBroken, isLong };
}

/** `\n` unless the file has none: Papa takes a carriage return before it for white space. */
function newlineOf(text: FileText): string {
  const head = text.slice(0, sliceLength);
  return !head.includes('\n') && head.includes('\r') ? '\r' : '\n';
}

function countLines(text: string, newline: string, start: number, end: number): number {
  let lines = 0;
  for (
    let at = text.indexOf(newline, start);
    at !== -1 && at < end;
    at = text.indexOf(newline, at + 1)
  )
    lines += 1;
  return Math.max(lines, 1);
}

/** The return of the line's end sticks to a last cell that was not quoted. */
function dropReturn(cells: string[], text: string, end: number): void {
  const last = cells.length - 1;
  const cell = cells[last];
  if (cell === undefined || !cell.endsWith('\r')) return;
  const afterQuote = text[end - 3] === '"' && cell.at(-2) !== '"';
  if (!afterQuote) cells[last] = cell.slice(0, -1);
}
