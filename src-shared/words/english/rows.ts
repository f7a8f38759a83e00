// What an import found about a row or a file, for each reason.

import type { RowReason } from '../../transfer/import-types.ts';

export const rows = {
  'row.same-id': 'The same record, by its id',
  'row.same-card': 'The same card as before',
  'row.same-email': 'Same e-mail address',
  'row.same-phone-and-name': 'Same phone and name',
  'row.same-phone': 'Same phone number',
  'row.same-name': 'Same name',
  'row.same-name-and-company': 'Same name and company',
  'row.same-organisation': 'An organisation of this name is here',
  'row.only-a-company': 'A company and no person: kept as an organisation',
  'row.same-row-in-file': 'The same as a row further up: what it adds is joined to that one',
  'row.nothing-new': 'Nothing new in it',
  'row.blank-row': 'The row is blank',
  'row.no-name-or-address': 'No name, e-mail or phone in it',
  'row.unbalanced-quote': 'A quotation mark is not closed',
  'row.too-few-cells': 'Fewer cells than columns: look whether each stands in its place',
  'row.too-many-cells': 'More cells than columns: the others are kept as details',
  'row.cell-too-large': 'A cell is larger than 1 MB',
  'row.not-a-card': 'Not a contact card',
  'row.card-unreadable': 'The card cannot be read',
  'row.line-cut-off': 'Its last line is cut off and was left out',
  'row.card-without-end': 'The card has no end; what there is of it comes in',
  'row.card-is-a-list': 'A list, not a person: its people come into a bucket of this name',
  'row.list-without-people': 'A list without a name, or nobody in this file is on it',
  'row.was-erased': 'This person was erased for good here',
  'row.objected': 'They asked not to be contacted: left as they are here',
  'row.private-onto-shared':
    'Marked private, but shared with your team here: left out, so that nobody sees it unasked',
  'row.date-not-understood': 'A date was not understood; kept as text',
  'row.phone-not-understood': 'A phone number was not understood; kept as written',
  'row.phone-shortened':
    'A spreadsheet has shortened a phone number, its last digits are lost: kept as a detail as it is written',
  'row.email-in-name':
    'An e-mail address stood where the name belongs: moved to the e-mail addresses',
  'row.email-not-understood': 'An e-mail address was not understood; kept as text',
  'row.value-not-understood': 'A value was not understood; kept as text',
  'row.photo-too-large': 'The picture is too large and was left out',
  'row.photo-left-out': 'The picture was left out',
  'row.detail-left-out': 'A key, logo or sound was left out',
  'row.mixed-encoding': 'Letters in more than one encoding: look at the names',
  'row.file-truncated': 'The file ends in the middle',
  'row.user-choice': 'Your choice',
} as const satisfies { readonly [reason in RowReason as `row.${reason}`]: string };
