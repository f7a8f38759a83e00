// Words for the programs people hand their contacts to, and for what those will say.

import { msg, plural, t } from '@lingui/core/macro';
import type { ExportIssue, ExportFormatId } from '../../../src-shared/transfer/export-types.ts';
import { type Words } from '../../words/words-of.ts';

export const exportFormats: {
  value: ExportFormatId;
  /** Names of programs and formats are the same in every language. */
  name: Words;
  says: Words;
  bom: boolean;
}[] = [
  {
    value: 'rapport-csv',
    name: msg`Rapport CSV (everything)`,
    says: msg`Nothing is left out: importing it again gives the very same people.`,
    bom: true,
  },
  {
    value: 'salesforce-csv',
    name: 'Salesforce',
    says: msg`Contacts for Salesforce’s Data Import Wizard.`,
    bom: false,
  },
  {
    value: 'hubspot-csv',
    name: 'HubSpot',
    says: msg`Contacts with their company for HubSpot’s import.`,
    bom: false,
  },
  { value: 'zoho-csv', name: 'Zoho CRM', says: msg`Contacts for Zoho CRM’s import.`, bom: false },
  {
    value: 'pipedrive-csv',
    name: 'Pipedrive',
    says: msg`Persons and organisations for Pipedrive’s import.`,
    bom: false,
  },
  {
    value: 'outlook-csv',
    name: 'Outlook',
    says: msg`For Outlook on the web and Outlook for Windows.`,
    bom: true,
  },
  {
    value: 'google-csv',
    name: 'Google Contacts',
    says: msg`For contacts.google.com.`,
    bom: false,
  },
  {
    value: 'vcard-4',
    name: 'vCard 4.0',
    says: msg`Address books of newer phones and programs.`,
    bom: false,
  },
  {
    value: 'vcard-3',
    name: 'vCard 3.0',
    says: msg`The address book format most phones and programs read.`,
    bom: false,
  },
];

export function issueWords({ code, field, limit, rows }: ExportIssue): string {
  const people = peopleWords(rows);
  switch (code) {
    case 'required-missing':
      return t`${people} will be rejected: ${field} is missing.`;
    case 'value-cut':
      return limit === undefined
        ? t`${people}: ${field} is longer than allowed and will be cut.`
        : t`${people}: ${field} is longer than ${limit} and will be cut.`;
    case 'extra-values-left-out':
      return t`${people} have more values than fit: the rest of ${field} stays here.`;
    case 'row-limit':
      return t`The program takes at most ${limit ?? 0} rows a file: ${people} are too many.`;
    case 'size-limit':
      return t`The file is larger than the program takes.`;
    case 'field-left-out':
      return t`${people}: ${field} has no place in this program and stays here.`;
    case 'formula-neutralised':
      return t`${people}: an apostrophe goes before ${field}, so that no spreadsheet runs it as a formula.`;
  }
}

export const peopleWords = (count: number): string =>
  plural(count, { one: '# person', other: '# people' });
