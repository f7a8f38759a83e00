// How well doubles are found among people of whom it is known who is whom.

import { expect, test } from 'vitest';

import { findPairs, type Found } from '../../../src-shared/duplicates/find.ts';
import { similarity } from '../../../src-shared/duplicates/similar.ts';
import type { Traits } from '../../../src-shared/duplicates/traits.ts';
import { type Labelled, labelledPeople } from '../../support/duplicates/labelled.ts';

function run(all: readonly Traits[]): Found {
  const work = findPairs(all);
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

test.each([1, 2, 3])('doubles are found, and few that are none (base %i)', (seed) => {
  const people = labelledPeople(seed);
  const { pairs } = run(people.map(({ traits }) => traits));
  const key = ({ a, b }: { a: string; b: string }): string => [a, b].toSorted().join(' ');
  const likely = new Set(pairs.filter(({ band }) => band !== 'possible').map(key));
  const certain = new Set(pairs.filter(({ band }) => band === 'certain').map(key));
  const all = measure(people, likely);
  const sure = measure(people, certain);
  if (process.env['SHOW'] !== undefined) {
    const how = new Map(people.map(({ traits, how: it }) => [traits.id, it]));
    const truth = truePairs(people);
    const count = (of: Iterable<string>) => {
      const counts: { [how: string]: number } = {};
      for (const pair of of) {
        const it = pair
          .split(' ')
          .map((id) => how.get(id))
          .join(' | ');
        counts[it] = (counts[it] ?? 0) + 1;
      }
      return counts;
    };
    console.log(seed, truth.size, all, sure, measure(people, plainly(people)));
    console.log('missed', count([...truth].filter((pair) => !likely.has(pair))));
    console.log('wrong', count([...likely].filter((pair) => !truth.has(pair))));
    console.log('wrong certain', count([...certain].filter((pair) => !truth.has(pair))));
  }
  expect(all.precision).toBeGreaterThanOrEqual(0.97);
  expect(all.recall).toBeGreaterThanOrEqual(0.95);
  expect(sure.precision).toBeGreaterThanOrEqual(0.995);
});
