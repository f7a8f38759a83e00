// A number beside a word that has a plural takes the form that the number asks for.

import { expect, test } from 'vitest';

import english from '../../../src-shared/words/locales/en.json' with { type: 'json' };

const things =
  'changes|records|people|rows|lines|feeds|posts|files|hours|minutes|conflicts|groups|columns|laptops|moments|promises';
const bare = new RegExp(`\\{\\w+\\} (?:${things})\\b`, 'u');
/** Always more than one: asked for only where there are many, or a limit of the program's. */
const always = [/^Working on \{many\} people/u, /up to \{limit\} feeds/u];

test('no phrase puts a number before a plural that it may not be', () => {
  const wrong = Object.values(english as Record<string, string>).filter(
    (phrase) => bare.test(phrase) && !always.some((one) => one.test(phrase)),
  );
  expect(wrong).toEqual([]);
});
