// Every language says all that English says, with the same placeholders, tags and choices, and
// with every form that its own numbers take.

import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';

import { readWords } from '../../../build/words.ts';
import { languages, localeOf, spokenLanguage } from '../../../src-shared/words/languages.ts';

const english = readWords('en');

describe.each(languages.filter((one) => one !== 'en'))('%s', (language) => {
  const words = readWords(language);

  test('says everything, and nothing that nobody asks for', () => {
    const missing = Object.entries(english).filter(([id]) => (words[id] ?? '').trim() === '');
    expect(missing).toEqual([]);
    expect(Object.keys(words)).toEqual(Object.keys(english));
  });

  test('has the placeholders, tags and choices of English, and all forms of its plurals', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wrong = Object.entries(words).flatMap(([id, said]) => {
      const lacking = lackingIn(partsOf(english[id] ?? ''), partsOf(said), forms);
      return lacking.length === 0 ? [] : [`${id} “${said}”: ${lacking.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });
});

type Parts = {
  names: Set<string>;
  tags: Set<string>;
  /** Argument to the cases it has. */
  plurals: Map<string, Set<string>>;
  selects: Map<string, Set<string>>;
};

function partsOf(text: string): Parts {
  const parts: Parts = {
    names: new Set(),
    tags: new Set(),
    plurals: new Map(),
    selects: new Map(),
  };
  try {
    gather(compileMessageOrThrow(text), parts);
  } catch {
    parts.names.add('not a message');
  }
  return parts;
}

function gather(message: CompiledMessage, parts: Parts): void {
  for (const token of message) {
    if (typeof token === 'string') {
      for (const [tag] of token.matchAll(/<\/?\d+\/?>/g)) parts.tags.add(tag);
      continue;
    }
    const [name, type, choices] = token;
    parts.names.add(name);
    if (typeof choices !== 'object' || choices === null) continue;
    const cases = Object.entries(choices).filter(([when]) => when !== 'offset');
    const known = type === 'select' ? parts.selects : parts.plurals;
    const kept = known.get(name) ?? new Set();
    known.set(name, new Set([...kept, ...cases.map(([when]) => when)]));
    for (const [, said] of cases) if (Array.isArray(said)) gather(said, parts);
  }
}

function lackingIn(wanted: Parts, said: Parts, forms: readonly string[]): string[] {
  const lacking = [
    ...inOne(wanted.names, said.names).map((name) => `{${name}}`),
    ...inOne(wanted.tags, said.tags),
  ];
  for (const [name, cases] of wanted.selects)
    for (const when of inOne(cases, said.selects.get(name) ?? new Set()))
      lacking.push(`${name} ${when}`);
  for (const [name, cases] of wanted.plurals)
    // English that has but one form counts nothing: it tells none from some.
    for (const form of cases.has('one') ? forms : ['other'])
      if (said.plurals.get(name)?.has(form) !== true) lacking.push(`${name} ${form}`);
  return lacking;
}

const inOne = (a: Set<string>, b: Set<string>): string[] =>
  [...a, ...b].filter((one) => !a.has(one) || !b.has(one));

test('the language is the chosen one, else the first of the system that is spoken', () => {
  expect(spokenLanguage('ar', ['de-AT'])).toBe('ar');
  expect(spokenLanguage('', ['fr-FR', 'de_AT.UTF-8', 'ar'])).toBe('de');
  expect(spokenLanguage('of a later version', ['ar-EG'])).toBe('ar');
  expect(spokenLanguage('', ['constructor', 'ja'])).toBe('en');
});

test('days and numbers are those of the system where it has the language, else of the country', () => {
  expect(localeOf('de', ['en-US', 'de-AT'], 'US')).toBe('de-AT');
  expect(localeOf('en', ['de-DE'], 'DE')).toBe('en-DE');
});
