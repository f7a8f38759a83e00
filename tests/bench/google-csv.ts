// Makes a believable Google Contacts CSV of any size: names, companies, titles,
// e-mails and phones, the same for the same size on every machine.

const given = [
  'Ana',
  'Ben',
  'Chen',
  'Dara',
  'Elif',
  'Femi',
  'Greta',
  'Hugo',
  'Inés',
  'Jonas',
  'Kaito',
  'Lena',
  'Marek',
  'Nora',
  'Omar',
  'Priya',
  'Quinn',
  'Rosa',
  'Søren',
  'Tariq',
  'Uma',
  'Viktor',
  'Wanda',
  'Ximena',
  'Yusuf',
  'Zoë',
];
const family = [
  'Abbott',
  'Baumann',
  'Castillo',
  'Dvořák',
  'Eriksen',
  'Fischer',
  'García',
  'Hoffmann',
  'Ivanova',
  'Jensen',
  'Kowalski',
  'López',
  'Müller',
  'Nakamura',
  'Okafor',
  'Petrov',
  'Quist',
  'Rossi',
  'Schmidt',
  'Tanaka',
  'Ueda',
  'Vogel',
  'Weber',
  'Xu',
  'Young',
  'Zimmermann',
];
const trades = [
  'Bakery',
  'Joinery',
  'Logistics',
  'Studio',
  'Optics',
  'Garden Centre',
  'Print',
  'Legal',
  'Dental',
  'Brewery',
];
const titles = ['Owner', 'Buyer', 'Head of Sales', 'Accountant', 'Engineer', 'Office Manager', ''];

export const googleHeader =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country,Website 1 - Label,Website 1 - Value';

/** So many people from the one numbered `first`; one in three has a second address or a birthday. */
export function makeGoogleCsv(rows: number, first = 0): string {
  const lines = [googleHeader];
  for (let row = first; row < first + rows; row++) lines.push(googleRow(row));
  return `${lines.join('\r\n')}\r\n`;
}

/** The same person as a record's content, without the organisation. */
export function makePerson(row: number): {
  fields: { [field: string]: string };
  sets: { [set: string]: { id: string; value: string }[] };
  note: string;
} {
  const first = pick(given, row);
  const last = lastName(row);
  return {
    fields: { fullName: `${first} ${last}` },
    sets: {
      emails: [{ id: 'g0', value: emailOf(first, last, row) }],
      phones: [{ id: 'g0', value: `+4930${1_000_000 + row}` }],
      tags: row % 6 === 0 ? [{ id: 'g0', value: 'Customers' }] : [],
    },
    note: row % 4 === 0 ? `Met at the fair, row ${row}` : '',
  };
}

const lastName = (row: number): string =>
  `${pick(family, row * 7 + 3)}${row % 3 === 0 ? `-${pick(family, row * 11)}` : ''}`;

const emailOf = (first: string, last: string, row: number): string =>
  `${plain(first)}.${plain(last)}.${row}@example.com`;

function googleRow(row: number): string {
  const first = pick(given, row);
  const last = lastName(row);
  const company =
    row % 5 === 4 ? '' : `${pick(family, row % 2_000)} ${pick(trades, Math.floor(row / 3) % 997)}`;
  const address = emailOf(first, last, row);
  const phone = `+49 30 ${String(1_000_000 + row).slice(0, 3)} ${String(1_000_000 + row).slice(3)}`;
  const cells = [
    first,
    '',
    last,
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    company,
    company === '' ? '' : pick(titles, row),
    '',
    row % 3 === 1 ? `19${50 + (row % 50)}-0${1 + (row % 9)}-1${row % 10}` : '',
    row % 4 === 0 ? `Met at the fair, row ${row}` : '',
    '',
    row % 6 === 0 ? '* myContacts ::: Customers' : '* myContacts',
    '* Work',
    address,
    row % 3 === 2 ? 'Home' : '',
    row % 3 === 2 ? `${plain(last)}${row}@example.net` : '',
    'Mobile',
    phone,
    row % 2 === 0 ? 'Work' : '',
    row % 2 === 0 ? `${1 + (row % 200)} High Street` : '',
    row % 2 === 0 ? 'Berlin' : '',
    row % 2 === 0 ? String(10_000 + (row % 90_000)) : '',
    row % 2 === 0 ? 'Germany' : '',
    '',
    '',
  ];
  return cells.map(quote).join(',');
}

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
const quote = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
