// The table that a format makes of people. `measure` must have seen everybody before
// the header is asked for when the format has numbered columns.

import { cellReader, deal, labelsOf } from './cell-text.ts';
import type { ExportDoc, ExportPerson } from './export-person.ts';
import { isFormula } from '../formula.ts';
import { uncarried } from './left-out.ts';
import type { Column, CsvFormat, Numbered } from './csv-format.ts';
import type { RowIssue } from './row-issue.ts';

export type Table = {
  needsMeasure: boolean;
  measure(person: ExportPerson): void;
  header(): string[];
  cells(person: ExportPerson): string[];
  issues(person: ExportPerson): RowIssue[];
};

export function createTable(format: CsvFormat): Table {
  const columns = format.columns.map((column) => ({ ...column, read: cellReader(column.from) }));
  const numbered = format.numbered ?? [];
  const counts = numbered.map(() => 0);
  const measure = ({ doc }: ExportPerson) =>
    numbered.forEach(({ sets }, index) => {
      counts[index] = Math.max(counts[index] ?? 0, countIn(doc, sets));
    });
  const cells = (person: ExportPerson) => {
    const dealt = deal(person, format);
    const row = columns.map(({ read, max }) => cutTo(read(dealt), max));
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
      const texts = columns.map((column) => column.read(dealt));
      return [
        ...missing(format, columns, texts),
        ...texts.flatMap((text, index) => cellIssues(columns[index], text)),
        ...numberedIssues(numbered, person.doc),
        ...dealt.leftOut.map(([field]): RowIssue => ({ code: 'extra-values-left-out', field })),
        ...(person.roles.length > 1
          ? [{ code: 'extra-values-left-out', field: 'roles' } as const]
          : []),
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

function missing(
  { required }: CsvFormat,
  columns: readonly Column[],
  texts: readonly string[],
): RowIssue[] {
  const isFilled = columns.some(
    ({ header }, index) => required.includes(header) && texts[index]?.trim() !== '',
  );
  return required.length === 0 || isFilled
    ? []
    : [{ code: 'required-missing', field: required.join(', ') }];
}

function cellIssues(column: Column | undefined, text: string): RowIssue[] {
  if (column === undefined || text === '') return [];
  const issues: RowIssue[] = [];
  if (column.max !== undefined && text.length > column.max) {
    issues.push({ code: 'value-cut', field: column.header, limit: column.max });
  }
  if (isFormula(text)) issues.push({ code: 'formula-neutralised', field: column.header });
  return issues;
}

function numberedIssues(numbered: readonly Numbered[], doc: ExportDoc): RowIssue[] {
  const risky = numbered.flatMap(({ sets, cells }) =>
    sets.filter((set) => (doc.sets[set] ?? []).some((item) => cells(item, false).some(isFormula))),
  );
  return risky.map((field) => ({ code: 'formula-neutralised', field }));
}
