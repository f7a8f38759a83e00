// Google Contacts' current header: fixed columns, then numbered ones as needed.

import type { SetItem } from '../../../domain/record.ts';
import { phoneCell } from '../phone-cell.ts';
import type { CsvFormat } from '../csv-format.ts';

export const google: CsvFormat = {
  id: 'google-csv',
  name: 'Google Contacts',
  suffix: 'google',
  bom: true,
  slots: {},
  columns: [
    { header: 'First Name', from: { field: 'given' } },
    { header: 'Middle Name', from: { field: 'middle' } },
    { header: 'Last Name', from: { name: 'family' } },
    { header: 'Phonetic First Name', from: { field: 'phoneticGiven' } },
    { header: 'Phonetic Middle Name', from: { field: 'phoneticMiddle' } },
    { header: 'Phonetic Last Name', from: { field: 'phoneticFamily' } },
    { header: 'Name Prefix', from: { field: 'prefix' } },
    { header: 'Name Suffix', from: { field: 'suffix' } },
    { header: 'Nickname', from: { field: 'nickname' } },
    { header: 'File As', from: { field: 'fileAs' } },
    { header: 'Organization Name', from: { role: 'organisation' } },
    { header: 'Organization Title', from: { role: 'title' } },
    { header: 'Organization Department', from: { role: 'department' } },
    { header: 'Birthday', from: { spaced: 'birthday' } },
    { header: 'Notes', from: { note: true } },
    { header: 'Photo', from: { none: true } },
    { header: 'Labels', from: { labels: ' ::: ', always: ['* myContacts'] } },
  ],
  numbered: [
    { sets: ['emails'], headers: ['E-mail # - Label', 'E-mail # - Value'], cells: primaryAndValue },
    {
      sets: ['phones'],
      headers: ['Phone # - Label', 'Phone # - Value'],
      cells: (item) => [labelText(item), phoneCell(item)],
    },
    {
      sets: ['addresses'],
      headers: [
        'Label',
        'Formatted',
        'Street',
        'City',
        'PO Box',
        'Region',
        'Postal Code',
        'Country',
        'Extended Address',
      ].map((part) => `Address # - ${part}`),
      cells: addressCells,
    },
    {
      sets: ['relations'],
      headers: ['Relation # - Label', 'Relation # - Value'],
      cells: labelAndValue,
    },
    { sets: ['links'], headers: ['Website # - Label', 'Website # - Value'], cells: labelAndValue },
    { sets: ['dates'], headers: ['Event # - Label', 'Event # - Value'], cells: labelAndValue },
    {
      sets: ['chats'],
      headers: ['IM # - Label', 'IM # - Service', 'IM # - Value'],
      cells: (item) => [labelText(item), item.more?.['service'] ?? '', item.value],
    },
    {
      sets: ['custom', 'handles'],
      headers: ['Custom Field # - Label', 'Custom Field # - Value'],
      cells: (item) => [item.label ?? item.more?.['network'] ?? '', item.value],
    },
  ],
  required: [],
  limits: { rows: 3_000 },
};

/** The first e-mail is the primary one: Google marks its label with an asterisk. */
function primaryAndValue(item: SetItem, isFirst: boolean): string[] {
  return [isFirst ? `* ${labelText(item)}` : labelText(item), item.value];
}

function labelAndValue(item: SetItem): string[] {
  return [labelText(item), item.value];
}

/** Google writes its own labels with a capital. */
function labelText({ label = '' }: SetItem): string {
  return /^[a-z]+$/.test(label) ? label.charAt(0).toUpperCase() + label.slice(1) : label;
}

function addressCells(item: SetItem): string[] {
  const parts = ['street', 'city', 'poBox', 'region', 'postalCode', 'country', 'extended'];
  return [labelText(item), item.value, ...parts.map((part) => item.more?.[part] ?? '')];
}
