// What records hold as codes reads the same as in the versions that took it for English.
import { describe, expect, test } from 'vitest';

import { organisation } from '../../../src-shared/domain/group.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { person } from '../../../src-shared/domain/person.ts';
import { postTitle } from '../../../src-shared/domain/moment.ts';
import type { Stamp } from '../../../src-shared/domain/record.ts';
import type { AnyField } from '../../../src-shared/fields/field.ts';
import {
  isLabelCode,
  labelCodes,
  labelOfField,
  labelOfFile,
  labelOfTyped,
} from '../../../src-shared/values/labels.ts';
import { kinds as kindWords } from '../../../src-shared/words/english/kinds.ts';
import { labels } from '../../../src-shared/words/english/labels.ts';

/** What an import may have to keep as another detail of a person or an organisation. */
const fieldNames = [
  ...Object.keys(person.fields).filter((field) => field !== 'photo'),
  ...Object.keys(organisation.fields),
  ...Object.keys(person.sets).filter(
    (set) => !['custom', 'ids', 'buckets', 'feeds', 'files'].includes(set),
  ),
  'title',
  'department',
];

describe('labels', () => {
  test('in English are what is stored, where earlier versions show them as they are', () => {
    const made = new Set(fieldNames.map(labelOfField));
    const others = labelCodes.filter((code) => !made.has(code) && !code.startsWith('role '));
    expect(others.filter((code) => labels[`label.${code}`] !== code)).toEqual([]);
  });

  test('of values without a place of their own have words, and are never names of fields', () => {
    const made = fieldNames.map(labelOfField);
    expect(made.filter((label) => !isLabelCode(label))).toEqual([]);
    expect(made.filter((label) => /[A-Z]/.test(label))).toEqual([]);
    expect(made).toEqual(
      expect.arrayContaining(['phonetic middle', 'job note', 'address', 'chat']),
    );
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

test('every field and set that people are shown has words', () => {
  const shown = [...kinds.values()]
    .filter(({ kind }) => `kind.${kind}` in kindWords)
    .flatMap(({ kind, fields, sets }) =>
      [...Object.entries<AnyField>(fields), ...Object.entries<{ hidden?: boolean }>(sets)]
        .filter(([, { hidden }]) => hidden !== true)
        .map(([name]) => [`field.${kind}.${name}`, `field.record.${name}`] as const),
    );
  const lacking = shown.filter(([own, shared]) => !(own in kindWords) && !(shared in kindWords));
  expect(lacking).toEqual([]);
  expect(shown.map(([own]) => own)).toContain('field.person.phoneticMiddle');
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
