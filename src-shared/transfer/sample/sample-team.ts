// Invented people to look around with: two dozen persons, six organisations, their
// roles, two buckets and what happened with them. Addresses are of example domains.

import type { NewRecord, RecordId } from '../../domain/record.ts';
import { type Language, spokenLanguage } from '../../words/languages.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import type { SampleTag, SampleWords } from './sample-words.ts';

const day = 24 * 60 * 60 * 1000;
const id = (kind: string, at: number): RecordId =>
  `sample-${kind}-${String(at).padStart(2, '0')}` as RecordId;

const wordsIn: { readonly [language in Language]: SampleWords } = {
  en: english,
  de: german,
  ar: arabic,
};

/** organisation, since when, tags */
const people: [number, string, SampleTag[]][] = [
  [0, '2014-03', ['customer', 'advocate']],
  [0, '2018', ['customer']],
  [1, '2021-09', ['customer']],
  [1, '2019', []],
  [2, '2016', ['supplier']],
  [3, '2012', ['partner', 'advocate']],
  [3, '2020-01', ['partner']],
  [4, '2017', ['supplier']],
  [4, '2022-05', ['supplier']],
  [5, '2015', ['community']],
  [1, '2023-02', []],
  [2, '2020', ['customer']],
  [4, '2009', ['supplier', 'advocate']],
  [5, '2018', ['community']],
  [0, '2021', []],
  [3, '2022', ['partner']],
  [2, '2019', ['supplier']],
  [0, '2020', ['customer']],
  [1, '2011', ['customer', 'detractor']],
  [4, '2023', []],
  [5, '2016', ['community']],
  [3, '2018', ['partner']],
  [2, '2024-08', []],
  [1, '2022', ['customer']],
];

const happenings = ['call', 'meeting', 'message', 'note', 'call', 'meeting', 'note'];

/** Records in an order in which everything referred to exists. `now` in ms since 1970. */
export function sampleTeam(now: number, language: string): NewRecord[] {
  const words = wordsIn[spokenLanguage(language, [])];
  return [
    ...words.organisations.map(([name, , industry, description], at): NewRecord => ({
      id: id('org', at),
      kind: 'organisation',
      fields: { name, industry, description },
    })),
    ...words.buckets.map(([name, description], at): NewRecord => ({
      id: id('bucket', at),
      kind: 'bucket',
      fields: { name, description },
    })),
    ...people.map((_person, at) => samplePerson(words, at)),
    ...people.map((_person, at) => sampleRole(words, at)),
    ...people.flatMap((_person, at) => sampleMoments(words, at, now)),
  ];
}

function samplePerson(words: SampleWords, at: number): NewRecord {
  const [organisation = 0, , tags = []] = people[at] ?? [];
  const [given = '', family = '', address = '', , city = ''] = words.people[at] ?? [];
  const domain = words.organisations[organisation]?.[1] ?? '';
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
      emails: [{ value: `${address}@${domain}.example`, label: 'work' }],
      phones: [{ value: number, label: 'mobile', more: { raw: `+49 30 555 ${number.slice(8)}` } }],
      addresses: [{ value: city, label: 'work', more: { city } }],
      tags: tags.map((tag) => ({ value: words.tags[tag] })),
      buckets: inBuckets.map((bucket) => ({ value: id('bucket', bucket) })),
    },
    ...(at % 5 === 0 ? { note: words.note } : {}),
  };
}

function sampleRole(words: SampleWords, at: number): NewRecord {
  const [organisation = 0, start = ''] = people[at] ?? [];
  const expects = at % 4 === 0 ? { expects: words.expects } : {};
  return {
    id: id('role', at),
    kind: 'tie',
    fields: {
      type: 'role',
      from: id('person', at),
      to: id('org', organisation),
      title: words.people[at]?.[3] ?? '',
      start,
      ...expects,
    },
  };
}

function sampleMoments(words: SampleWords, person: number, now: number): NewRecord[] {
  return Array.from({ length: 1 + (person % 4) }, (_, at): NewRecord => {
    const which = (person * 3 + at) % happenings.length;
    const when = now - (person * 2 + at * 19 + 1) * day;
    return {
      id: id('moment', person * 4 + at),
      kind: happenings[which] ?? 'note',
      fields: { when, people: [id('person', person)] },
      note: words.happenings[which] ?? '',
    };
  });
}
