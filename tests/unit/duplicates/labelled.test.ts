// How well doubles are found among people of whom it is known who is whom.

import { expect, test } from 'vitest';

import { findPairs, type Found } from '../../../src-shared/duplicates/find.ts';
import { personMeasure } from '../../../src-shared/duplicates/people.ts';
import { similarity } from '../../../src-shared/duplicates/similar.ts';
import type { Traits } from '../../../src-shared/duplicates/traits.ts';
import { type Labelled, labelledPeople } from '../../support/duplicates/labelled.ts';

function run(all: readonly Traits[]): Found {
  const work = findPairs(all, personMeasure);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

const truePairs = (people: readonly Labelled[]): Set<string> => {
  const byPerson = Map.groupBy(people, ({ person }) => person);
  return new Set(
    [...byPerson.values()]
      .filter((records) => records.length > 1)
      .map((records) =>
        records
          .map(({ traits }) => traits.id)
          .toSorted()
          .join(' '),
      ),
  );
};

function measure(people: readonly Labelled[], said: ReadonlySet<string>) {
  const truth = truePairs(people);
  const right = [...said].filter((pair) => truth.has(pair)).length;
  return { precision: right / Math.max(1, said.size), recall: right / truth.size };
}

const keyOf = ({ a, b }: { a: string; b: string }): string => [a, b].toSorted().join(' ');

/** Name and e-mail by Jaro and Winkler alone, as much simple software does it. */
function plainly(people: readonly Labelled[]): Set<string> {
  const said = new Set<string>();
  const text = ({ traits: { given, family, whole } }: Labelled) =>
    [...given, ...family, ...whole].join(' ');
  const mail = ({ traits }: Labelled) => traits.emails[0]?.full ?? '';
  for (const [at, a] of people.entries())
    for (const b of people.slice(at + 1)) {
      const names = similarity(text(a), text(b));
      if (names < 0.85) continue;
      if (names >= 0.95 || similarity(mail(a), mail(b)) >= 0.92)
        said.add([a.traits.id, b.traits.id].toSorted().join(' '));
    }
  return said;
}

test.each([21, 22])('doubles are found, and few that are none (base %i)', (seed) => {
  const people = labelledPeople(seed, 6_000);
  const { pairs } = run(people.map(({ traits }) => traits));
  const likely = pairs.filter(({ band }) => band !== 'possible').map(keyOf);
  const certain = pairs.filter(({ band }) => band === 'certain').map(keyOf);
  const all = measure(people, new Set(likely));
  expect(all.precision).toBeGreaterThanOrEqual(0.97);
  expect(all.recall).toBeGreaterThanOrEqual(0.95);
  expect(measure(people, new Set(certain)).precision).toBeGreaterThanOrEqual(0.995);
});

test('names and addresses by likeness alone do far worse on the same people', () => {
  const people = labelledPeople(23, 1_500);
  const simple = measure(people, plainly(people));
  const { pairs } = run(people.map(({ traits }) => traits));
  const likely = pairs.filter(({ band }) => band !== 'possible').map(keyOf);
  const ours = measure(people, new Set(likely));
  expect(ours.precision).toBeGreaterThan(simple.precision);
  expect(ours.recall).toBeGreaterThan(simple.recall);
});
