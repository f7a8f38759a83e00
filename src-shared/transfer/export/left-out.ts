// What a format has no place for. Said in the dry run, so that nobody finds out later.

import { person as personKind } from '../../domain/person.ts';
import { cellTextOf, type ExportPerson, textOf } from './export-person.ts';
import type { AnyField } from '../../fields/field.ts';
import type { CsvFormat } from './csv-format.ts';
import type { RowIssue } from './row-issue.ts';

/** Kept by us only: not needed elsewhere, or said by other columns. */
const silent = new Set(['fileAs', 'ids']);

/** Fields of a person that somebody would miss who reads only these. */
export const missedIn = (carried: ReadonlySet<string>): string[] =>
  Object.entries<AnyField>(personKind.fields)
    .filter(([field, { hidden }]) => hidden !== true && !carried.has(field) && !silent.has(field))
    .map(([field]) => field);

export function uncarried(
  format: CsvFormat,
  person: ExportPerson,
  labels: readonly string[],
): RowIssue[] {
  const { missed, sets, hasNote, hasLabels } = carriedBy(format);
  const { doc } = person;
  const left = missed.filter((field) => cellTextOf(doc, field) !== '');
  const leftNames = left.filter(
    (field) => field !== 'fullName' || textOf(doc, 'given') + textOf(doc, 'family') === '',
  );
  const leftSets = Object.keys(doc.sets).filter(
    (set) =>
      (doc.sets[set]?.length ?? 0) > 0 &&
      !sets.has(set) &&
      !silent.has(set) &&
      set !== 'tags' &&
      set !== 'buckets',
  );
  const names = [...leftNames, ...leftSets, ...partialDates(format, person)];
  names.push(...person.roles.flatMap(({ details }) => details.map(({ label }) => label)));
  if (!hasNote && doc.note !== '') names.push('note');
  if (!hasLabels && labels.length > 0) names.push('tags');
  return names.map((field) => ({ code: 'field-left-out', field }));
}

function partialDates({ columns }: CsvFormat, { doc }: ExportPerson): string[] {
  return columns.flatMap(({ from }) => {
    if (!('date' in from)) return [];
    const text = textOf(doc, from.date);
    return text !== '' && !/^\d{4}/.test(text) ? [from.date] : [];
  });
}

type Carried = {
  missed: readonly string[];
  sets: Set<string>;
  hasNote: boolean;
  hasLabels: boolean;
};
const carried = new Map<CsvFormat, Carried>();

function carriedBy(format: CsvFormat): Carried {
  const known = carried.get(format);
  if (known !== undefined) return known;
  const sources = format.columns.map((column) => column.from);
  const found: Carried = {
    missed: missedIn(
      new Set(
        sources.flatMap((from) => {
          if ('field' in from) return [from.field];
          if ('date' in from) return [from.date];
          if ('spaced' in from) return [from.spaced];
          return 'name' in from ? nameFields[from.name] : [];
        }),
      ),
    ),
    sets: new Set([
      ...Object.keys(format.slots),
      ...(format.numbered ?? []).flatMap((group) => group.sets),
    ]),
    hasNote: sources.some((from) => 'note' in from),
    hasLabels: sources.some((from) => 'labels' in from),
  };
  carried.set(format, found);
  return found;
}

const nameFields = {
  'given-and-middle': ['given', 'middle'],
  family: ['family', 'fullName'],
  full: ['prefix', 'given', 'middle', 'family', 'suffix', 'fullName'],
} as const satisfies Record<string, readonly string[]>;
