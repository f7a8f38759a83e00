// Salesforce, HubSpot, Zoho and Pipedrive: contacts as their import pages map them
// automatically. Headers, lengths and limits from the vendors' pages and sample files.

import type { Column, CsvFormat, Slot } from '../csv-format.ts';

const megabyte = 1024 * 1024;

const phoneSlots: readonly Slot[] = [
  { labels: ['work'], any: true },
  { labels: ['mobile'], any: true },
  { labels: ['home'], any: true },
  { labels: ['other'], any: true },
  { labels: ['fax'] },
];
const twoAddresses: readonly Slot[] = [
  { labels: ['work', 'mailing'], any: true },
  { labels: ['other', 'home'], any: true },
];

/** Data Import Wizard, contacts. */
export const salesforce: CsvFormat = {
  id: 'salesforce-csv',
  name: 'Salesforce',
  suffix: 'salesforce',
  bom: true,
  slots: { emails: [{ labels: [], any: true }], phones: phoneSlots, addresses: twoAddresses },
  columns: [
    { header: 'Salutation', from: { field: 'prefix' }, max: 40 },
    { header: 'First Name', from: { name: 'given-and-middle' }, max: 40 },
    { header: 'Last Name', from: { name: 'family' }, max: 80 },
    { header: 'Account Name', from: { role: 'organisation' }, max: 255 },
    { header: 'Title', from: { role: 'title' }, max: 128 },
    { header: 'Department', from: { role: 'department' }, max: 80 },
    { header: 'Birthdate', from: { date: 'birthday' } },
    { header: 'Email', from: { slot: 'emails', at: 0 }, max: 80 },
    { header: 'Business Phone', from: { slot: 'phones', at: 0 }, max: 40 },
    { header: 'Mobile Phone', from: { slot: 'phones', at: 1 }, max: 40 },
    { header: 'Home Phone', from: { slot: 'phones', at: 2 }, max: 40 },
    { header: 'Other Phone', from: { slot: 'phones', at: 3 }, max: 40 },
    { header: 'Business Fax', from: { slot: 'phones', at: 4 }, max: 40 },
    ...salesforceAddress('Mailing', 0),
    ...salesforceAddress('Other', 1),
    { header: 'Contact Description', from: { note: true }, max: 32_000 },
  ],
  required: ['Last Name'],
  limits: { rows: 50_000, bytes: 100 * megabyte },
};

function salesforceAddress(name: string, at: number): Column[] {
  return [
    { header: `${name} Street`, from: { slot: 'addresses', at, part: 'street' }, max: 255 },
    { header: `${name} City`, from: { slot: 'addresses', at, part: 'city' }, max: 40 },
    { header: `${name} State`, from: { slot: 'addresses', at, part: 'region' }, max: 80 },
    { header: `${name} Postal Code`, from: { slot: 'addresses', at, part: 'postalCode' }, max: 20 },
    { header: `${name} Country`, from: { slot: 'addresses', at, part: 'country' }, max: 80 },
  ];
}

export const hubspot: CsvFormat = {
  id: 'hubspot-csv',
  name: 'HubSpot',
  suffix: 'hubspot',
  bom: true,
  slots: {
    emails: [{ labels: [], any: true }],
    phones: [
      { labels: ['work', 'home', 'other'], any: true },
      { labels: ['mobile'], any: true },
    ],
    addresses: [{ labels: ['work'], any: true }],
    links: [{ labels: ['work'], any: true }],
  },
  columns: [
    { header: 'First Name', from: { name: 'given-and-middle' } },
    { header: 'Last Name', from: { name: 'family' } },
    { header: 'Email', from: { slot: 'emails', at: 0 } },
    { header: 'Phone Number', from: { slot: 'phones', at: 0 } },
    { header: 'Mobile Phone Number', from: { slot: 'phones', at: 1 } },
    { header: 'Job Title', from: { role: 'title' } },
    { header: 'Company Name', from: { role: 'organisation' } },
    { header: 'Website URL', from: { slot: 'links', at: 0 } },
    { header: 'Street Address', from: { slot: 'addresses', at: 0, part: 'street' } },
    { header: 'City', from: { slot: 'addresses', at: 0, part: 'city' } },
    { header: 'State/Region', from: { slot: 'addresses', at: 0, part: 'region' } },
    { header: 'Postal Code', from: { slot: 'addresses', at: 0, part: 'postalCode' } },
    { header: 'Country/Region', from: { slot: 'addresses', at: 0, part: 'country' } },
  ],
  required: ['First Name', 'Last Name', 'Email'],
  limits: { rows: 250_000, bytes: 150 * megabyte },
};

/** The row limit is that of the largest edition; smaller ones take 1,500 at a time. */
export const zoho: CsvFormat = {
  id: 'zoho-csv',
  name: 'Zoho CRM',
  suffix: 'zoho',
  bom: true,
  slots: {
    emails: [
      { labels: ['work'], any: true },
      { labels: [], any: true },
    ],
    phones: phoneSlots,
    addresses: twoAddresses,
    handles: [{ labels: ['twitter'] }],
    chats: [{ labels: ['skype'] }],
  },
  columns: [
    { header: 'First Name', from: { name: 'given-and-middle' }, max: 40 },
    { header: 'Last Name', from: { name: 'family' }, max: 80 },
    { header: 'Account Name', from: { role: 'organisation' }, max: 200 },
    { header: 'Email', from: { slot: 'emails', at: 0 }, max: 100 },
    { header: 'Title', from: { role: 'title' }, max: 100 },
    { header: 'Department', from: { role: 'department' }, max: 50 },
    { header: 'Phone', from: { slot: 'phones', at: 0 }, max: 30 },
    { header: 'Home Phone', from: { slot: 'phones', at: 2 }, max: 30 },
    { header: 'Other Phone', from: { slot: 'phones', at: 3 }, max: 30 },
    { header: 'Fax', from: { slot: 'phones', at: 4 }, max: 30 },
    { header: 'Mobile', from: { slot: 'phones', at: 1 }, max: 30 },
    { header: 'Date of Birth', from: { date: 'birthday' } },
    { header: 'Skype ID', from: { slot: 'chats', at: 0 }, max: 50 },
    { header: 'Secondary Email', from: { slot: 'emails', at: 1 }, max: 100 },
    { header: 'Twitter', from: { slot: 'handles', at: 0 }, max: 50 },
    ...['street', 'city', 'region', 'postalCode', 'country'].flatMap((part, index) =>
      zohoPart(part, index),
    ),
    { header: 'Description', from: { note: true }, max: 32_000 },
  ],
  required: ['Last Name'],
  limits: { rows: 30_000 },
};

function zohoPart(part: string, index: number): Column[] {
  const name = ['Street', 'City', 'State', 'Zip', 'Country'][index] ?? '';
  const max = part === 'street' ? 250 : 30;
  return [
    { header: `Mailing ${name}`, from: { slot: 'addresses', at: 0, part }, max },
    { header: `Other ${name}`, from: { slot: 'addresses', at: 1, part }, max },
  ];
}

export const pipedrive: CsvFormat = {
  id: 'pipedrive-csv',
  name: 'Pipedrive',
  suffix: 'pipedrive',
  bom: true,
  slots: {
    emails: [
      { labels: ['work'], any: true },
      { labels: ['home'], any: true },
    ],
    phones: [{ labels: ['work', 'mobile'], any: true }],
  },
  columns: [
    { header: 'Person - Name*', from: { name: 'full' }, max: 255 },
    { header: 'Person - First name', from: { name: 'given-and-middle' }, max: 255 },
    { header: 'Person - Last name', from: { name: 'family' }, max: 255 },
    { header: 'Person - Phone', from: { slot: 'phones', at: 0 }, max: 255 },
    { header: 'Person - Email (Work)', from: { slot: 'emails', at: 0 }, max: 255 },
    { header: 'Person - Email (Home)', from: { slot: 'emails', at: 1 }, max: 255 },
    { header: 'Organization - Name*', from: { role: 'organisation' }, max: 255 },
    { header: 'Note - Content*', from: { note: true } },
  ],
  required: ['Person - Name*'],
  limits: { rows: 50_000, bytes: 50 * megabyte },
};
