// Every way a file can be written. A CSV format is data; vCard and our own lossless
// CSV bring their own writers. Adding a receiver is one format and a line here.

import type { ExportFormatId } from '../export-types.ts';
import { createRapportColumns } from '../rapport-csv.ts';
import { csvLine, isFormula } from './csv-text.ts';
import { type ExportPerson, textOf } from './export-person.ts';
import type { CsvFormat } from './csv-format.ts';
import { hubspot, pipedrive, salesforce, zoho } from './formats/crm.ts';
import { google } from './formats/google.ts';
import { outlook } from './formats/outlook.ts';
import type { RowIssue } from './row-issue.ts';
import { createTable } from './table.ts';
import { vcardOf } from './vcard.ts';
import type { VcardVersion } from './vcard-lines.ts';

const csvMime = 'text/csv;charset=utf-8';

export type Format = {
  suffix: string;
  ending: 'csv' | 'vcf';
  mime: string;
  bom: boolean;
  limits: CsvFormat['limits'];
  /** Whether `measure` must have seen everybody before the header is asked for. */
  needsMeasure: boolean;
  measure(person: ExportPerson): void;
  /** Column names; none for a format without columns. */
  header(): string[];
  /** A person's line or card, line ends included. */
  text(person: ExportPerson): string;
  issues(person: ExportPerson): RowIssue[];
};

export function formatOf(format: ExportFormatId): Format {
  switch (format) {
    case 'rapport-csv':
      return rapportFormat();
    case 'salesforce-csv':
      return csvFormat(salesforce);
    case 'hubspot-csv':
      return csvFormat(hubspot);
    case 'zoho-csv':
      return csvFormat(zoho);
    case 'pipedrive-csv':
      return csvFormat(pipedrive);
    case 'outlook-csv':
      return csvFormat(outlook);
    case 'google-csv':
      return csvFormat(google);
    case 'vcard-4':
      return vcardFormat('4.0');
    case 'vcard-3':
      return vcardFormat('3.0');
  }
}

function csvFormat(format: CsvFormat): Format {
  const table = createTable(format);
  return {
    ...table,
    suffix: format.suffix,
    ending: 'csv',
    mime: csvMime,
    bom: format.bom,
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
    bom: false,
    limits: {},
    needsMeasure: true,
    measure: ({ doc, roles }) => columns.measure(doc, roles.length),
    header: () => columns.header(),
    text: (person) => csvLine(cellsOf(person)),
    issues: (person) => rapportIssues(person),
  };
}

/** Nothing is lost; that a value could run as a formula is said all the same. */
function rapportIssues({ doc }: ExportPerson): RowIssue[] {
  const fields = Object.keys(doc.fields).filter((field) => isFormula(textOf(doc, field)));
  const sets = Object.keys(doc.sets).filter((set) =>
    (doc.sets[set] ?? []).some((item) => isFormula(item.value)),
  );
  const note = isFormula(doc.note) ? ['note'] : [];
  return [...fields, ...sets, ...note].map((field) => ({ code: 'formula-neutralised', field }));
}

function vcardFormat(version: VcardVersion): Format {
  return {
    suffix: 'contacts',
    ending: 'vcf',
    mime: 'text/vcard;charset=utf-8',
    bom: false,
    limits: {},
    needsMeasure: false,
    measure: () => undefined,
    header: () => [],
    text: (person) => vcardOf(person, version),
    issues: (person) => vcardIssues(person, version),
  };
}

/** Cards carry nearly everything; only one role, and 3.0 no pronouns or language. */
function vcardIssues({ doc, roles }: ExportPerson, version: VcardVersion): RowIssue[] {
  const missing = version === '3.0' ? ['pronouns', 'language', 'jobNote'] : ['jobNote'];
  return [
    ...missing
      .filter((field) => textOf(doc, field) !== '')
      .map((field): RowIssue => ({ code: 'field-left-out', field })),
    ...(roles.length > 1 ? [{ code: 'extra-values-left-out', field: 'roles' } as const] : []),
  ];
}
