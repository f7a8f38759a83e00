// The table that a format makes of people. `measure` must have seen everybody before
// the header is asked for when the format has numbered columns.

import type { ExportRemedies } from '../export-types.ts';
import { cellReader, deal, type Dealt, labelsOf } from './cell-text.ts';
import type { ExportDoc, ExportPerson } from './export-person.ts';
import { isFormula } from '../formula.ts';
import { uncarried } from './left-out.ts';
import type { CellSource, Column, CsvFormat, Numbered } from './csv-format.ts';
import { extraValues, type RowIssue } from './row-issue.ts';

export type Table = {
  needsMeasure: boolean;
  measure(person: ExportPerson): void;
  header(): string[];
  cells(person: ExportPerson): string[];
  issues(person: ExportPerson): RowIssue[];
};

/** What is done to cells in the file: see `ExportRemedies`. */
export type CellRemedies = Pick<ExportRemedies, 'empty' | 'fill'>;

export function createTable(format: CsvFormat, { empty, fill }: CellRemedies = {}): Table {
  const emptied = new Set(empty);
  const columns = format.columns.map((column) => {
    const isEmpty = emptied.has(column.header) && !format.required.includes(column.header);
    return { ...column, read: isEmpty ? () => '' : cellReader(column.from) };
  });
  const textsOf = (dealt: Dealt): string[] => {
    const texts = columns.map(({ read }) => read(dealt));
    return fill === true ? filled(format, texts, dealt.doc.name) : texts;
  };
  const numbered = format.numbered ?? [];
  const counts = numbered.map(() => 0);
  const measure = ({ doc }: ExportPerson) =>
    numbered.forEach(({ sets }, index) => {
      counts[index] = Math.max(counts[index] ?? 0, countIn(doc, sets));
    });
  const cells = (person: ExportPerson) => {
    const dealt = deal(person, format);
    const row = textsOf(dealt).map((text, at) => cutTo(text, columns[at]?.max));
    numbered.forEach((group, index) => pushNumbered(row, group, person.doc, counts[index] ?? 0));
    return row;
  };
  return {
    needsMeasure: numbered.length > 0,
    measure,
    header: () => [
      ...columns.map((column) => column.header),
      ...numbered.flatMap((group, index) => numberedHeader(group, counts[index] ?? 0)),
    ],
    cells,
    issues: (person) => {
      const dealt = deal(person, format);
      const texts = textsOf(dealt);
      return [
        ...missing(format, texts, person.doc.name),
        ...texts.flatMap((text, index) => cellIssues(format, columns[index], text)),
        ...numberedIssues(numbered, person.doc),
        ...dealt.leftOut.map(([field]) => extraValues(field)),
        ...(person.roles.length > 1 ? [extraValues('roles')] : []),
        ...uncarried(format, person, labelsOf(person)),
      ];
    },
  };
}

/** At most `max` characters, never half of one. */
function cutTo(text: string, max: number | undefined): string {
  if (max === undefined || text.length <= max) return text;
  const cut = text.slice(0, max);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

const countIn = (doc: ExportDoc, sets: readonly string[]): number =>
  sets.reduce((sum, set) => sum + (doc.sets[set]?.length ?? 0), 0);

function pushNumbered(
  row: string[],
  { sets, headers, cells }: Numbered,
  doc: ExportDoc,
  count: number,
): void {
  let written = 0;
  for (const set of sets) {
    for (const item of doc.sets[set] ?? []) {
      row.push(...cells(item, written === 0));
      written += 1;
    }
  }
  for (; written < count; written += 1) for (const _ of headers) row.push('');
}

const numberedHeader = ({ headers }: Numbered, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    headers.map((header) => header.replace('#', String(index + 1))),
  ).flat();

const isFilled = ({ columns, required }: CsvFormat, texts: readonly string[]): boolean =>
  required.length === 0 ||
  columns.some(({ header }, index) => required.includes(header) && texts[index]?.trim() !== '');

/** The first of the required columns takes the name that we show. */
function filled(format: CsvFormat, texts: string[], name: string): string[] {
  if (isFilled(format, texts)) return texts;
  const at = format.columns.findIndex(({ header }) => header === format.required[0]);
  return texts.with(at, name);
}

function missing(format: CsvFormat, texts: readonly string[], name: string): RowIssue[] {
  if (isFilled(format, texts)) return [];
  const { columns, required } = format;
  const sources = columns.filter(({ header }) => required.includes(header));
  return [
    {
      code: 'required-missing',
      field: required.join(', '),
      ours: [...new Set(sources.flatMap(({ from }) => oursOf(from)))],
      isFillable: name !== '',
    },
  ];
}

function cellIssues(format: CsvFormat, column: Column | undefined, text: string): RowIssue[] {
  if (column === undefined || text === '') return [];
  const { header, max, from } = column;
  const about = {
    field: header,
    ours: oursOf(from),
    canBeEmpty: !format.required.includes(header),
  };
  const issues: RowIssue[] = [];
  if (max !== undefined && text.length > max)
    issues.push({ code: 'value-cut', ...about, limit: max });
  if (isFormula(text)) issues.push({ code: 'formula-neutralised', ...about });
  return issues;
}

/** Where of a person stands what a column says. */
function oursOf(from: CellSource): string[] {
  if ('field' in from) return [from.field];
  if ('date' in from) return [from.date];
  if ('spaced' in from) return [from.spaced];
  if ('name' in from)
    return from.name === 'given-and-middle' ? ['given', 'middle'] : ['given', 'family'];
  if ('role' in from) return ['roles'];
  if ('slot' in from) return [from.slot];
  if ('labels' in from) return ['tags'];
  return 'note' in from ? ['note'] : [];
}

function numberedIssues(numbered: readonly Numbered[], doc: ExportDoc): RowIssue[] {
  const risky = numbered.flatMap(({ sets, cells }) =>
    sets.filter((set) => (doc.sets[set] ?? []).some((item) => cells(item, false).some(isFormula))),
  );
  return risky.map((field) => ({ code: 'formula-neutralised', field, ours: [field] }));
}
