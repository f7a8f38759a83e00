// Which organisations are taken for one.

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { clustersOf } from '../../../src-shared/duplicates/clusters.ts';
import { findPairs, type Found } from '../../../src-shared/duplicates/find.ts';
import {
  organisationMeasure,
  type OrganisationTraits,
  organisationTraits,
} from '../../../src-shared/duplicates/organisations.ts';

type Firm = {
  name: string;
  kind?: string;
  emails?: string[];
  phones?: string[];
  links?: string[];
  city?: string;
  street?: string;
  tax?: string;
};

const items = (values: readonly string[] = []) =>
  values.map((value, at) => ({ id: String(at), value }));

function traits({ name, kind = 'organisation', city, street, tax, ...sets }: Firm, at: number) {
  const address = { id: 'a', value: '', more: { city: city ?? '', street: street ?? '' } };
  return organisationTraits({
    id: String(at) as RecordDoc['id'],
    kind,
    name,
    sets: {
      emails: items(sets.emails),
      phones: items(sets.phones),
      links: items(sets.links),
      addresses: city === undefined && street === undefined ? [] : [address],
      ids: tax === undefined ? [] : [{ id: 'i', value: tax, label: 'VAT' }],
    },
  });
}

function pairsOf(all: readonly OrganisationTraits[]): Found['pairs'] {
  const work = findPairs(all, organisationMeasure);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value.pairs;
}

/** With two hundred others, of which none is like another. */
function bandOf(one: Firm, other: Firm): string | undefined {
  const others = Array.from({ length: 200 }, (_, at) => ({
    name: `${String.fromCharCode(65 + (at % 26))}${((at * 7919) % 99_991).toString(36)} Holding`,
  }));
  const pairs = pairsOf([one, other, ...others].map(traits));
  return pairs.find(({ a, b }) => [a, b].toSorted().join() === '0,1')?.band;
}

test.each<[Firm, Firm, string | undefined]>([
  [{ name: 'Tischlerei Weiß' }, { name: 'tischlerei weiss' }, 'likely'],
  [
    { name: 'Tischlerei Weiß GmbH', links: ['https://www.weiss.example/kontakt'] },
    { name: 'tischlerei weiss', emails: ['info@weiss.example'] },
    'certain',
  ],
  [
    { name: 'Acme Ltd', phones: ['+44 20 7946 0018'] },
    { name: 'ACME', phones: ['+442079460018'] },
    'certain',
  ],
  [{ name: 'Weiss Tischlerei' }, { name: 'Tischlerei Weiss' }, 'possible'],
  [
    { name: 'Müller Elektrotechnik', emails: ['a@mueller.example'] },
    { name: 'Mueller Elektrotechnk', emails: ['b@mueller.example'] },
    'likely',
  ],
  // Branches, sisters and neighbours.
  [
    { name: 'Bäckerei Schmidt', city: 'Bremen' },
    { name: 'Bäckerei Schmidt', city: 'Köln' },
    'possible',
  ],
  [
    { name: 'Nord Immobilien', phones: ['+49 40 123456'], street: 'Am Markt 1' },
    { name: 'Kanzlei Petersen', phones: ['+49 40 123456'], street: 'Am Markt 1' },
    undefined,
  ],
  [{ name: 'Nordlicht', tax: 'DE1' }, { name: 'Nordlicht', tax: 'DE2' }, undefined],
  [
    { name: 'Anna Blumen', emails: ['blumen@gmail.com'] },
    { name: 'Berta Käse', emails: ['kaese@gmail.com'] },
    undefined,
  ],
  [{ name: 'Chor' }, { name: 'Chor', kind: 'community' }, undefined],
])('%j and %j: %s', (one, other, band) => {
  expect(bandOf(one, other)).toBe(band);
});

test('nobody is compared with themselves, by whatever they have twice or are read twice', () => {
  const acme = {
    name: 'Acme',
    emails: ['a@acme.example', 'A@acme.example'],
    phones: ['555 1234567'],
  };
  const all = [acme, { ...acme, name: 'Acme Inc.' }, { name: 'Beta Works Beta' }].map(traits);
  const pairs = pairsOf([...all, ...all]);
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.filter(({ a, b }) => a === b)).toEqual([]);
  expect(clustersOf(pairs).map(({ ids }) => ids.toSorted())).toEqual([['0', '1']]);
});

test('a pair of one makes no cluster', () => {
  const score = { bits: 20, reasons: [], band: 'certain' as const };
  const pair = (a: string, b: string) => ({ a, b, ...score });
  const clusters = clustersOf([pair('x', 'x'), pair('x', 'y'), pair('z', 'z'), pair('y', 'y')]);
  expect(clusters.map(({ ids }) => ids)).toEqual([['x', 'y']]);
});
