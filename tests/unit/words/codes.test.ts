// What records hold as codes reads the same as in the versions that took it for English.
import { describe, expect, test } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import { postTitle } from '../../../src-shared/domain/moment.ts';
import type { Stamp } from '../../../src-shared/domain/record.ts';
import type { AnyField } from '../../../src-shared/fields/field.ts';
import { labelCodes, labelOfFile, labelOfTyped } from '../../../src-shared/values/labels.ts';
import { kinds as kindWords } from '../../../src-shared/words/english/kinds.ts';
import { labels } from '../../../src-shared/words/english/labels.ts';

describe('labels', () => {
  test('in English are what is stored', () => {
    expect(labelCodes.filter((code) => labels[`label.${code}`] !== code)).toEqual([]);
  });

  test('of files are codes in any spelling, and else stay as they are written', () => {
    expect(['Work', 'CELL', ' Home Fax ', 'workfax', 'homepage'].map(labelOfFile)).toEqual([
      'work',
      'mobile',
      'home fax',
      'work fax',
      'homepage',
    ]);
    expect(labelOfFile('Summer house')).toBe('Summer house');
  });

  test('that are typed become the code whose words they are', () => {
    const german = (code: string): string => ({ work: 'Arbeit', mobile: 'Handy' })[code] ?? code;
    expect(labelOfTyped('handy ', german)).toBe('mobile');
    expect(labelOfTyped('Arbeit', german)).toBe('work');
    expect(labelOfTyped(' Ferienhaus', german)).toBe('Ferienhaus');
  });
});

test('every code that a field can hold has words', () => {
  const codes = [...kinds.values()]
    .filter(({ kind }) => `kind.${kind}` in kindWords)
    .flatMap(({ kind, fields }) =>
      Object.entries<AnyField>(fields).flatMap(([field, { choices: of = [], codes: own = [] }]) =>
        [...of, ...own].map((code) => `field.${kind}.${field}.${code}`),
      ),
    );
  expect(codes.filter((id) => !(id in kindWords))).toEqual([]);
  expect(codes).toContain('field.person.gender.female');
});

describe('the post that a moment was made of', () => {
  const made = (kind: string, title: string) => ({
    kind,
    fields: { title, post: 'post-1' },
    stamps: {},
  });

  test('is called the same, whichever version wrote it down', () => {
    expect(postTitle(made('message', 'Answered: New shop'))).toBe('New shop');
    expect(postTitle(made('message', 'New shop'))).toBe('New shop');
    expect(postTitle(made('note', 'About: New shop'))).toBe('New shop');
    expect(postTitle(made('kept-post', 'About: us'))).toBe('About: us');
  });

  test('does not stand in for a title that somebody wrote', () => {
    const stamp: Stamp = { by: 'Ana', device: 'd', at: 1, source: { type: 'typed' } };
    const moment = { ...made('message', 'Our reply'), stamps: { title: stamp } };
    expect(postTitle(moment)).toBeUndefined();
    expect(postTitle({ kind: 'note', fields: { title: 'Mine' }, stamps: {} })).toBeUndefined();
  });
});
