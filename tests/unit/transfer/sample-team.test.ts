// The invented team is the same in every language, but for what it is called and says.

import { expect, test } from 'vitest';

import { sampleTeam } from '../../../src-shared/transfer/sample/sample-team.ts';

const now = 1_750_000_000_000;
/** What no language changes. */
const shape = (language: string) =>
  sampleTeam(now, language).map(({ id, kind, fields = {}, sets = {} }) => ({
    id,
    kind,
    fields: Object.keys(fields),
    sets: Object.entries(sets).map(([set, items]) => [set, items.length]),
  }));
const words = (language: string) =>
  sampleTeam(now, language).flatMap(({ fields = {}, note }) =>
    [...Object.values(fields), ...(note === undefined ? [] : [note])].filter(
      (value) => typeof value === 'string',
    ),
  );

test.each(['de', 'ar'])('%s: the same records, each with words of its own', (language) => {
  expect(shape(language)).toEqual(shape('en'));
  expect(words(language)).not.toContain('');
  const english = new Set(words('en').filter((text) => text.includes(' ')));
  expect(words(language).filter((text) => english.has(text))).toEqual([]);
});

test('whoever speaks another language gets it in English', () => {
  expect(words('fr')).toEqual(words('en'));
});
