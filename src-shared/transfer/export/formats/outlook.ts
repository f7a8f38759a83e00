// The header of Outlook.com and new Outlook, whole and in their order: Outlook matches
// by name and complains about files that lack its columns.

import type { CellSource, CsvFormat, Slot } from '../csv-format.ts';

const phoneHeaders: readonly (Slot & { header: string })[] = [
  { header: 'Home Phone', labels: ['home'], any: true },
  { header: 'Home Phone 2', labels: ['home'], any: true },
  { header: 'Business Phone', labels: ['work'], any: true },
  { header: 'Business Phone 2', labels: ['work'], any: true },
  { header: 'Mobile Phone', labels: ['mobile'], any: true },
  { header: 'Car Phone', labels: ['car'] },
  { header: 'Other Phone', labels: ['other'], any: true },
  { header: 'Primary Phone', labels: ['primary'], any: true },
  { header: 'Pager', labels: ['pager'] },
  { header: 'Business Fax', labels: ['fax'] },
  { header: 'Home Fax', labels: ['home-fax'] },
  { header: 'Other Fax', labels: ['other fax'] },
];

const named: { readonly [header: string]: CellSource } = {
  'First Name': { field: 'given' },
  'Middle Name': { field: 'middle' },
  'Last Name': { name: 'family' },
  Title: { field: 'prefix' },
  Suffix: { field: 'suffix' },
  Nickname: { field: 'nickname' },
  'Given Yomi': { field: 'phoneticGiven' },
  'Surname Yomi': { field: 'phoneticFamily' },
  'E-mail Address': { slot: 'emails', at: 0 },
  'E-mail 2 Address': { slot: 'emails', at: 1 },
  'E-mail 3 Address': { slot: 'emails', at: 2 },
  IMAddress: { slot: 'chats', at: 0 },
  'Job Title': { role: 'title' },
  Department: { role: 'department' },
  Company: { role: 'organisation' },
  "Manager's Name": { slot: 'relations', at: 1 },
  "Assistant's Name": { slot: 'relations', at: 2 },
  Spouse: { slot: 'relations', at: 0 },
  'Personal Web Page': { slot: 'links', at: 1 },
  'Web Page': { slot: 'links', at: 0 },
  Birthday: { date: 'birthday' },
  Anniversary: { slot: 'dates', at: 0 },
  Notes: { note: true },
  ...Object.fromEntries(
    phoneHeaders.map(({ header }, at): [string, CellSource] => [header, { slot: 'phones', at }]),
  ),
  ...Object.fromEntries(['Business', 'Home', 'Other'].flatMap(addressSources)),
};

function addressSources(name: string, at: number): [string, CellSource][] {
  const parts = {
    Street: 'street',
    City: 'city',
    State: 'region',
    'Postal Code': 'postalCode',
    'Country/Region': 'country',
  };
  return Object.entries(parts).map(([header, part]) => [
    `${name} ${header}`,
    { slot: 'addresses', at, part },
  ]);
}

const header =
  "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Business Phone 2,Mobile Phone,Car Phone,Other Phone,Primary Phone,Pager,Business Fax,Home Fax,Other Fax,Company Main Phone,Callback,Radio Phone,Telex,TTY/TDD Phone,IMAddress,Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,Assistant's Phone,Company Yomi,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other City,Other State,Other Postal Code,Other Country/Region,Personal Web Page,Spouse,Schools,Hobby,Location,Web Page,Birthday,Anniversary,Notes";

export const outlook: CsvFormat = {
  id: 'outlook-csv',
  name: 'Outlook',
  suffix: 'outlook',
  bom: true,
  slots: {
    emails: [1, 2, 3].map(() => ({ labels: [], any: true })),
    phones: phoneHeaders,
    addresses: [
      { labels: ['work'], any: true },
      { labels: ['home'], any: true },
      { labels: ['other'], any: true },
    ],
    links: [
      { labels: ['work'], any: true },
      { labels: ['home'], any: true },
    ],
    chats: [{ labels: [], any: true }],
    relations: [{ labels: ['spouse'] }, { labels: ['manager'] }, { labels: ['assistant'] }],
    dates: [{ labels: ['anniversary'] }],
  },
  columns: header.split(',').map((name) => ({ header: name, from: named[name] ?? { none: true } })),
  required: [],
  limits: {},
};
