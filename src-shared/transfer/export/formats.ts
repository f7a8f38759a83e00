// Every way a file can be written. A CSV format is data; vCard and our own lossless
// CSV bring their own writers. Adding a receiver is one format and a line here.

import { fail, ok, type Result } from '../../domain/result.ts';
import { createRapportColumns } from '../rapport-csv.ts';
import { isFormula } from '../formula.ts';
import { csvLine } from './csv-text.ts';
import { cellTextOf, type ExportPerson, textOf } from './export-person.ts';
import type { CsvFormat } from './csv-format.ts';
import { hubspot, pipedrive, salesforce, zoho } from './formats/crm.ts';
import { google } from './formats/google.ts';
import { outlook } from './formats/outlook.ts';
import { missedIn } from './left-out.ts';
import type { RowIssue } from './row-issue.ts';
import type { OrganisationWriter } from './organisations.ts';
import { type CellRemedies, createTable } from './table.ts';
import { cardFields, vcardOf } from './vcard.ts';
import { organisationCard } from './vcard-organisation.ts';
import type { VcardVersion } from './vcard-lines.ts';

const csvMime = 'text/csv;charset=utf-8';

export type Format = {
  suffix: string;
  ending: 'csv' | 'vcf';
  mime: string;
  limits: CsvFormat['limits'];
  /** Whether `measure` must have seen everybody before the header is asked for. */
  needsMeasure: boolean;
  measure(person: ExportPerson): void;
  /** Column names; none for a format without columns. */
  header(): string[];
  /** A person's line or card, line ends included. */
  text(person: ExportPerson): string;
  issues(person: ExportPerson): RowIssue[];
  /** Absent where the format holds people only. */
  organisations?: OrganisationWriter;
};

/** A receiver as people choose it. */
export type ExportFormat = {
  id: string;
  /** What it is called, the same in every language. */
  name: string;
  /** Whether it has columns, and then whether the file begins with a byte order mark. */
  isTable: boolean;
  bom: boolean;
  /** For one file. */
  open(remedies?: CellRemedies): Format;
};

const ofCsv = (format: CsvFormat): ExportFormat => ({
  id: format.id,
  name: format.name,
  isTable: true,
  bom: format.bom,
  open: (remedies) => csvFormat(format, remedies),
});

const ofCards = (version: VcardVersion): ExportFormat => ({
  id: `vcard-${version.charAt(0)}`,
  name: `vCard ${version}`,
  isTable: false,
  bom: false,
  open: () => vcardFormat(version),
});

export const exportFormats: readonly ExportFormat[] = [
  { id: 'rapport-csv', name: 'Rapport CSV', isTable: true, bom: true, open: rapportFormat },
  ...[salesforce, hubspot, zoho, pipedrive, outlook, google].map(ofCsv),
  ofCards('4.0'),
  ofCards('3.0'),
];

export function formatOf(
  id: string,
  remedies: CellRemedies = {},
): Result<Format & { bom: boolean }> {
  const found = exportFormats.find((one) => one.id === id);
  return found === undefined ? fail('bad-input') : ok({ ...found.open(remedies), bom: found.bom });
}

function csvFormat(format: CsvFormat, remedies?: CellRemedies): Format {
  const table = createTable(format, remedies);
  return {
    ...table,
    suffix: format.suffix,
    ending: 'csv',
    mime: csvMime,
    limits: format.limits,
    text: (person) => csvLine(table.cells(person)),
  };
}

/** Lossless: what a cell cannot say, another column does. Buckets by name and id. */
function rapportFormat(): Format {
  const columns = createRapportColumns();
  const cellsOf = ({ doc, roles, buckets }: ExportPerson) =>
    columns.cells({
      doc,
      roles,
      bucketName: (id) => buckets.find((bucket) => bucket.id === id)?.name ?? '',
    });
  return {
    suffix: 'people',
    ending: 'csv',
    mime: csvMime,
    limits: {},
    needsMeasure: true,
    measure: ({ doc, roles }) => columns.measure(doc, roles),
    header: () => columns.header(),
    text: (person) => csvLine(cellsOf(person)),
    issues: (person) => rapportIssues(person),
    organisations: {
      measure: (doc) => columns.measureOrganisation(doc),
      text: (doc) => csvLine(columns.organisationCells(doc)),
    },
  };
}

/** Nothing is lost; that a value could run as a formula is said all the same. */
function rapportIssues({ doc }: ExportPerson): RowIssue[] {
  const fields = Object.keys(doc.fields).filter((field) => isFormula(textOf(doc, field)));
  const sets = Object.keys(doc.sets).filter((set) =>
    (doc.sets[set] ?? []).some((item) => isFormula(item.value)),
  );
  const note = isFormula(doc.note) ? ['note'] : [];
  return [...fields, ...sets, ...note].map((field) => ({
    code: 'formula-neutralised',
    field,
    ours: [field],
  }));
}

function vcardFormat(version: VcardVersion): Format {
  return {
    suffix: 'contacts',
    ending: 'vcf',
    mime: 'text/vcard;charset=utf-8',
    limits: {},
    needsMeasure: false,
    measure: () => undefined,
    header: () => [],
    text: (person) => vcardOf(person, version),
    issues: (person) => vcardIssues(person, version),
    organisations: {
      measure: () => undefined,
      text: (doc) => organisationCard(doc, version),
    },
  };
}

const missedInCards = { '3.0': missedIn(cardFields['3.0']), '4.0': missedIn(cardFields['4.0']) };

/** Cards carry nearly everything, further roles for ourselves. */
function vcardIssues({ doc, roles }: ExportPerson, version: VcardVersion): RowIssue[] {
  return [
    ...missedInCards[version]
      .filter((field) => cellTextOf(doc, field) !== '')
      .map((field): RowIssue => ({ code: 'field-left-out', field })),
    ...(roles.length > 1 ? [{ code: 'first-role-shown', field: 'roles' } as const] : []),
  ];
}
