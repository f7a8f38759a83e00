// Invented people to look around with: two dozen persons, six organisations, their
// roles, two buckets and what happened with them. Addresses are of example domains.

import type { NewRecord, RecordId } from '../domain/record.ts';

const day = 24 * 60 * 60 * 1000;
const id = (kind: string, at: number): RecordId =>
  `sample-${kind}-${String(at).padStart(2, '0')}` as RecordId;

const organisations: [name: string, industry: string, description: string][] = [
  ['Baumann Joinery', 'Furniture', 'Tables and chairs made to measure'],
  ['Northlight Optics', 'Optics', 'Glasses and lenses, two shops'],
  ['Harbour Bakery', 'Food', 'Bread for the cafés at the harbour'],
  ['Studio Okafor', 'Design', 'Signs, menus and shop windows'],
  ['Kowalski Logistics', 'Transport', 'Delivers across the border overnight'],
  ['Riverside Choir', 'Culture', 'Sings every Thursday, sixty voices'],
];
const buckets: [name: string, description: string][] = [
  ['Best customers', 'They come back and bring others'],
  ['Spring mailing', 'Get the card in March'],
];

/** given, family, organisation, title, start, tags, city */
const people: [string, string, number, string, string, string[], string][] = [
  ['Ana', 'Castillo', 0, 'Owner', '2014-03', ['customer', 'advocate'], 'Lisbon'],
  ['Ben', 'Abbott', 0, 'Workshop lead', '2018', ['customer'], 'Lisbon'],
  ['Chen', 'Wei', 1, 'Head of purchasing', '2021-09', ['customer'], 'Hamburg'],
  ['Dara', 'Quinn', 1, 'Optician', '2019', [], 'Hamburg'],
  ['Elif', 'Yıldız', 2, 'Baker', '2016', ['supplier'], 'Bristol'],
  ['Femi', 'Okafor', 3, 'Founder', '2012', ['partner', 'advocate'], 'Lagos'],
  ['Greta', 'Lindqvist', 3, 'Art director', '2020-01', ['partner'], 'Malmö'],
  ['Hugo', 'Rossi', 4, 'Dispatcher', '2017', ['supplier'], 'Turin'],
  ['Inés', 'García', 4, 'Account manager', '2022-05', ['supplier'], 'Valencia'],
  ['Jonas', 'Weber', 5, 'Conductor', '2015', ['community'], 'Vienna'],
  ['Kaito', 'Nakamura', 1, 'Engineer', '2023-02', [], 'Osaka'],
  ['Lena', 'Hoffmann', 2, 'Shop manager', '2020', ['customer'], 'Leipzig'],
  ['Marek', 'Kowalski', 4, 'Owner', '2009', ['supplier', 'advocate'], 'Kraków'],
  ['Nora', 'Jensen', 5, 'Treasurer', '2018', ['community'], 'Aarhus'],
  ['Omar', 'Haddad', 0, 'Accountant', '2021', [], 'Lyon'],
  ['Priya', 'Raman', 3, 'Illustrator', '2022', ['partner'], 'Pune'],
  ['Quentin', 'Dubois', 2, 'Pastry chef', '2019', ['supplier'], 'Nantes'],
  ['Rosa', 'Ferreira', 0, 'Sales', '2020', ['customer'], 'Porto'],
  ['Søren', 'Eriksen', 1, 'Managing director', '2011', ['customer', 'detractor'], 'Odense'],
  ['Tariq', 'Aziz', 4, 'Driver', '2023', [], 'Leeds'],
  ['Uma', 'Petrova', 5, 'Soprano', '2016', ['community'], 'Plovdiv'],
  ['Viktor', 'Dvořák', 3, 'Photographer', '2018', ['partner'], 'Brno'],
  ['Wanda', 'Nowak', 2, 'Apprentice', '2024-08', [], 'Gdańsk'],
  ['Yusuf', 'Demir', 1, 'Buyer', '2022', ['customer'], 'Ankara'],
];

const happenings: [kind: string, text: string][] = [
  ['call', 'Asked about delivery before the holidays; wants a firm date by Friday.'],
  ['meeting', 'Walked through the new samples together. Liked the oak, not the handles.'],
  ['message', 'Sent the corrected invoice, thanked us for being quick.'],
  ['note', 'Prefers to be called in the morning, never on Wednesdays.'],
  ['call', 'Recommended us to a friend at the market hall.'],
  ['meeting', 'Coffee at the fair. Thinking about a second shop next year.'],
  ['note', 'Daughter starts school in September; send a card.'],
];

/** Records in an order in which everything referred to exists. `now` in ms since 1970. */
export function sampleTeam(now: number): NewRecord[] {
  return [
    ...organisations.map(([name, industry, description], at): NewRecord => ({
      id: id('org', at),
      kind: 'organisation',
      fields: { name, industry, description },
    })),
    ...buckets.map(([name, description], at): NewRecord => ({
      id: id('bucket', at),
      kind: 'bucket',
      fields: { name, description },
    })),
    ...people.map(samplePerson),
    ...people.map(sampleRole),
    ...people.flatMap((_person, at) => sampleMoments(at, now)),
  ];
}

function samplePerson(
  [given, family, organisation, , , tags, city]: (typeof people)[number],
  at: number,
): NewRecord {
  const domain = (organisations[organisation]?.[0] ?? '').toLowerCase().replace(/[^a-z]+/g, '-');
  const local = given
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  const number = `+4930555${String(1000 + at * 37)}`;
  const inBuckets = [...(tags.includes('customer') ? [0] : []), ...(at % 3 === 0 ? [1] : [])];
  return {
    id: id('person', at),
    kind: 'person',
    fields: {
      given,
      family,
      ...(at % 4 === 0 ? { birthday: `19${60 + at}-0${1 + (at % 9)}-1${at % 9}` } : {}),
    },
    sets: {
      emails: [{ value: `${local}@${domain}.example`, label: 'work' }],
      phones: [{ value: number, label: 'mobile', more: { raw: `+49 30 555 ${number.slice(8)}` } }],
      addresses: [{ value: city, label: 'work', more: { city } }],
      tags: tags.map((value) => ({ value })),
      buckets: inBuckets.map((bucket) => ({ value: id('bucket', bucket) })),
    },
    ...(at % 5 === 0
      ? { note: 'Met at the trade fair.\nLikes to be asked for an opinion first.' }
      : {}),
  };
}

function sampleRole(
  [, , organisation, title, start]: (typeof people)[number],
  at: number,
): NewRecord {
  const expects = at % 4 === 0 ? { expects: 'A straight answer the same day' } : {};
  return {
    id: id('role', at),
    kind: 'tie',
    fields: {
      type: 'role',
      from: id('person', at),
      to: id('org', organisation),
      title,
      start,
      ...expects,
    },
  };
}

function sampleMoments(person: number, now: number): NewRecord[] {
  return Array.from({ length: 1 + (person % 4) }, (_, at): NewRecord => {
    const [kind, text] = happenings[(person * 3 + at) % happenings.length] ?? ['note', ''];
    const when = now - (person * 2 + at * 19 + 1) * day;
    return {
      id: id('moment', person * 4 + at),
      kind,
      fields: { when, people: [id('person', person)] },
      note: text,
    };
  });
}
