// What is held to be one person, and what tells two apart.

import { expect, test } from 'vitest';

import { clustersOf, linksAmong } from '../../../src-shared/duplicates/clusters.ts';
import { findPairs } from '../../../src-shared/duplicates/find.ts';
import { personMeasure } from '../../../src-shared/duplicates/people.ts';
import { frequencyOf } from '../../../src-shared/duplicates/frequency.ts';
import { scoreOf } from '../../../src-shared/duplicates/score.ts';
import { isOneSlip, similarity } from '../../../src-shared/duplicates/similar.ts';
import {
  bareCompany,
  spelled,
  type Traits,
  traitsOf,
} from '../../../src-shared/duplicates/traits.ts';
import { verdictId } from '../../../src-shared/domain/verdict.ts';

type Told = { [what: string]: string };

let made = 0;
/** `emails`, `phones`, `links` and `ids` are sets, the rest fields. */
function person({ emails, phones, links, ids, ...fields }: Told, roles: string[] = []): Traits {
  const item = (value: string | undefined, label?: string) =>
    value === undefined ? [] : [{ id: 'i', value, ...(label === undefined ? {} : { label }) }];
  made += 1;
  return traitsOf(
    {
      id: `p${made}` as never,
      kind: 'person',
      name: [fields['given'], fields['family'], fields['fullName']].join(' ').trim(),
      fields,
      sets: {
        emails: item(emails),
        phones: item(phones),
        links: item(links),
        ids: item(ids, 'HubSpot'),
      },
    },
    roles,
  );
}

const bandOf = (a: Traits, b: Traits, others: readonly Traits[] = []) =>
  scoreOf(a, b, frequencyOf([a, b, ...others])).band;

const ana = { given: 'Ana', family: 'Trautwein' };
const mail = { emails: 'ana@x.example' };
const phone = { phones: '+491715550101' };

test.each<[string, Told, Told]>([
  ['the same mail and name', { ...ana, ...mail }, { ...ana, ...mail }],
  [
    'a short form and the same phone',
    { ...ana, given: 'Elisabeth', ...phone },
    { ...ana, given: 'Lisa', ...phone },
  ],
  [
    'the same number of a program',
    { ...ana, ids: '17' },
    { given: 'A.', family: 'Trautwein', ids: '17' },
  ],
  [
    'the same profile',
    { ...ana, links: 'https://net.example/in/ana' },
    { ...ana, links: 'http://www.net.example/in/ana/' },
  ],
  [
    'another script',
    { given: 'Дмитрий', family: 'Иванов', ...phone },
    { given: 'Dmitri', family: 'Ivanov', ...phone },
  ],
])('certain: %s', (_what, a, b) => {
  expect(bandOf(person(a), person(b))).toBe('certain');
});

test.each<[string, Told, Told]>([
  [
    'a couple with one phone',
    { ...ana, ...phone },
    { given: 'Ben', family: 'Trautwein', ...phone },
  ],
  [
    'twins',
    { ...ana, ...phone, birthday: '1990-04-12' },
    { given: 'Lea', family: 'Trautwein', ...phone, birthday: '1990-04-12' },
  ],
  [
    'father and son',
    { ...ana, given: 'Karl', ...phone, birthday: '1950-01-02' },
    { ...ana, given: 'Karl', ...phone, birthday: '1981-07-09' },
  ],
  ['senior and junior', { ...ana, ...phone, suffix: 'Sr.' }, { ...ana, ...phone, suffix: 'Jr.' }],
  [
    'siblings of like names',
    { ...ana, given: 'Christian', ...phone },
    { ...ana, given: 'Christina', ...phone },
  ],
])('at most possible: %s', (_what, a, b) => {
  expect([undefined, 'possible']).toContain(bandOf(person(a), person(b)));
});

test('an office’s phone and address make no one of its people', () => {
  const office = { phones: '+49301234567', emails: 'info@shop.example' };
  const [a, b, ...rest] = ['Ana', 'Ben', 'Cy', 'Dora', 'Eva'].map((given, at) =>
    person({ given, family: ['Roe', 'Poe', 'Doe', 'Koe', 'Loe'][at] ?? '', ...office }, ['Shop']),
  );
  expect(a && b && bandOf(a, b, rest)).toBeUndefined();
});

test('different numbers of one program are never certain', () => {
  const a = person({ ...ana, ...mail, ids: '17' });
  expect(bandOf(a, person({ ...ana, ...mail, ids: '18' }))).toBe('likely');
});

test('people of one common name are not taken for one', () => {
  const many = Array.from({ length: 60 }, (_, at) =>
    person({ given: 'Thomas', family: 'Müller', emails: `t${at}a@x${at}.example` }),
  );
  const work = findPairs(many, personMeasure);
  let step = work.next();
  while (step.done !== true) step = work.next();
  expect(step.value.pairs).toEqual([]);
});

test('what hangs together is one card, and its weakest pair is known', () => {
  const pair = (a: string, b: string, bits: number) => ({
    a,
    b,
    bits,
    band: 'likely' as const,
    reasons: [],
  });
  const clusters = clustersOf([
    pair('a', 'b', 20),
    pair('c', 'd', 15),
    pair('b', 'e', 9),
    pair('a', 'e', 8),
  ]);
  expect(clusters.map(({ ids, weakest, pairs }) => [ids, weakest, pairs.length])).toEqual([
    [['c', 'd'], 15, 1],
    [['a', 'b', 'e'], 9, 3],
  ]);
});

test('two of whom it was said that they are two never share a card, however they hang together', () => {
  const pair = (a: string, b: string, bits: number) => ({
    a,
    b,
    bits,
    band: 'certain' as const,
    reasons: [],
  });
  const areTwo = (a: string, b: string): boolean => [a, b].sort().join('') === 'ac';
  const pairs = [pair('a', 'b', 20), pair('b', 'c', 18), pair('a', 'c', 15), pair('c', 'd', 14)];
  expect(clustersOf(pairs, areTwo).map(({ ids }) => ids)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('words are alike as Jaro and Winkler say', () => {
  expect(similarity('martha', 'marhta')).toBeCloseTo(0.9611, 4);
  expect(similarity('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
  expect(similarity('abc', 'xyz')).toBe(0);
});

test('one slip is one letter more, less, other or changed round', () => {
  expect(
    ['anna:ana', 'anna:anne', 'anna:nana', 'jan:jna'].map((pair) =>
      isOneSlip(...(pair.split(':') as [string, string])),
    ),
  ).toEqual([true, true, true, true]);
  expect(isOneSlip('anna', 'berta')).toBe(false);
  expect(isOneSlip('an', 'ab')).toBe(false);
});

test('letters and kinds of company are compared as one writes them', () => {
  expect(spelled('O’Connor')).toBe(spelled("O'Connor"));
  expect(spelled('Müller')).toBe(spelled('Mueller'));
  expect(bareCompany('Weiß & Söhne GmbH')).toBe(bareCompany('Weiss und Söhne'));
});

test('the decision that two are different has one name on every laptop', () => {
  const [a, b] = ['01a22760-de72-7790-8378-02c77698a319', '01a22763-903b-7649-96a7-16a623fc8c88'];
  expect(verdictId(a, b)).toBe(verdictId(b, a));
  expect(verdictId(a, b)).toHaveLength(64);
});

test('only what is the same is said to be the same', () => {
  const whats = (a: Traits, b: Traits) =>
    scoreOf(a, b, frequencyOf([a, b])).reasons.map(({ what }) => what);
  const meier = person({ given: 'Ana', family: 'Meier', ...mail }, ['Becker GmbH']);
  const meyer = person({ given: 'Ana', family: 'Meyer', ...mail }, ['Becker KG']);
  expect(whats(meier, meyer)).toEqual(expect.arrayContaining(['family-like', 'organisation-like']));
  const slip = person({ given: 'Ana', family: 'Meer', ...mail }, ['Becker Gmbh']);
  expect(whats(meier, slip)).toEqual(expect.arrayContaining(['family-like', 'organisation-same']));
  const whole = person({ fullName: 'Ana Meier' });
  expect(whats(whole, person({ fullName: 'Meier Ana' }))).toContain('name-same');
  expect(whats(whole, person({ fullName: 'Ana Fox' }))).toContain('name-like');
});

test('of three who may be one it is said of each pair what they share', () => {
  const [one, two, three] = [
    person({ given: 'Ana', family: 'Becker', ...mail }),
    person({ given: 'Ana', family: 'Becker', ...mail, ...phone }),
    person({ given: 'Ana', family: 'Bcker', ...phone }),
  ];
  const all = [one, two, three];
  const work = findPairs(all, personMeasure);
  let turn = work.next();
  while (turn.done !== true) turn = work.next();
  const { pairs } = turn.value;
  const [cluster] = clustersOf(pairs);
  expect(cluster?.ids).toHaveLength(3);
  const links = linksAmong(cluster?.pairs ?? [], cluster?.ids ?? []);
  expect(links).toHaveLength(2);
  const ofThird = links.find(({ a, b }) => [a, b].includes(three?.id ?? ''));
  expect(ofThird?.reasons.map(({ what }) => what)).toContain('family-like');
});

test('what tells a father from a son is no family name, and is one however it is written', () => {
  const whats = (a: Told, b: Told) => {
    const [one, other] = [person(a), person(b)];
    return scoreOf(one, other, frequencyOf([one, other])).reasons.map(({ what }) => what);
  };
  const named = (family: string, suffix = ''): Told => ({ given: 'Karl', family, suffix });
  for (const one of ['jun.', 'Jr.', 'sen.', 'III', 'd.Ä.', 'd. J.', 'hijo', 'fils', 'Senior'])
    expect(whats(named(`Garcia ${one}`), named(`Richter ${one}`))).not.toContain('family-same');
  expect(whats(named('Garcia jun.'), named('Garcia', 'Junior'))).not.toContain('suffix-other');
  expect(whats(named('Garcia jun.'), named('Garcia', 'Sr.'))).toContain('suffix-other');
  expect(whats(named('Garcia', 'PhD'), named('Garcia', 'MD'))).not.toContain('suffix-other');
  expect(whats({ fullName: 'Karl Garcia jun.' }, { fullName: 'Otto Richter jun.' })).not.toContain(
    'name-like',
  );
});
