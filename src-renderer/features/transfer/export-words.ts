// Words for the programs people hand their contacts to, and for what those will say.

import type { ExportIssue, ExportProfileId } from '../../../src-shared/transfer/export-types.ts';

export const exportProfiles: {
  value: ExportProfileId;
  label: string;
  says: string;
  bom: boolean;
}[] = [
  {
    value: 'rapport-csv',
    label: 'Rapport CSV (everything)',
    says: 'Nothing is left out: importing it again gives the very same people.',
    bom: true,
  },
  {
    value: 'salesforce-csv',
    label: 'Salesforce',
    says: 'Contacts for Salesforce’s Data Import Wizard.',
    bom: false,
  },
  {
    value: 'hubspot-csv',
    label: 'HubSpot',
    says: 'Contacts with their company for HubSpot’s import.',
    bom: false,
  },
  { value: 'zoho-csv', label: 'Zoho CRM', says: 'Contacts for Zoho CRM’s import.', bom: false },
  {
    value: 'pipedrive-csv',
    label: 'Pipedrive',
    says: 'Persons and organisations for Pipedrive’s import.',
    bom: false,
  },
  {
    value: 'outlook-csv',
    label: 'Outlook',
    says: 'For Outlook on the web and Outlook for Windows.',
    bom: true,
  },
  { value: 'google-csv', label: 'Google Contacts', says: 'For contacts.google.com.', bom: false },
  {
    value: 'vcard-4',
    label: 'vCard 4.0',
    says: 'Address books of newer phones and programs.',
    bom: false,
  },
  {
    value: 'vcard-3',
    label: 'vCard 3.0',
    says: 'The address book format most phones and programs read.',
    bom: false,
  },
];

export function issueWords({ code, field, limit }: ExportIssue, rows: string): string {
  const people = rows === '1' ? '1 person' : `${rows} people`;
  switch (code) {
    case 'required-missing':
      return `${people} will be rejected: ${field} is missing.`;
    case 'value-cut':
      return `${people}: ${field} is longer than ${limit ?? 'allowed'} and will be cut.`;
    case 'extra-values-left-out':
      return `${people} have more values than fit: the rest of ${field} stays here.`;
    case 'row-limit':
      return `The program takes at most ${limit ?? ''} rows a file: ${people} are too many.`;
    case 'size-limit':
      return 'The file is larger than the program takes.';
    case 'field-left-out':
      return `${people}: ${field} has no place in this program and stays here.`;
    case 'formula-neutralised':
      return `${people}: an apostrophe goes before ${field}, so that no spreadsheet runs it as a formula.`;
  }
}
