// What runs from right to left: names in sentences, and the page itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';

import { isolated, isolateValues } from '../../../src-renderer/words/isolated.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('a name in a sentence', () => {
  test('is isolated where it runs the other way', () => {
    expect(isolated('نورة', 'ltr')).toBe('\u2068نورة\u2069');
    expect(isolated('Nora', 'ltr')).toBe('Nora');
    expect(isolated('Nora', 'rtl')).toBe('\u2068Nora\u2069');
    expect(isolated('kept-post', 'rtl')).toBe('kept-post');
    expect(isolated('+49 30 555', 'rtl')).toBe('\u2068+49 30 555\u2069');
    expect(isolated('404', 'rtl')).toBe('404');
  });

  test('is isolated whoever says the sentence; numbers and choices are left alone', () => {
    const messages = {
      named: compileMessageOrThrow('Restore {name} ({n})'),
      chosen: compileMessageOrThrow('{kind, select, call {Call {name}} other {Meet {name}}}'),
    };
    const i18n = setupI18n({ locale: 'en', messages: { en: messages } });
    isolateValues(i18n, () => 'ltr');
    expect(i18n._('named', { name: 'نورة', n: 3 })).toBe('Restore \u2068نورة\u2069 (3)');
    expect(i18n._({ id: 'named', values: { name: 'Ana', n: 3 } })).toBe('Restore Ana (3)');
    expect(i18n._('chosen', { kind: 'call', name: 'דנה' })).toBe('Call \u2068דנה\u2069');
  });
});

/** In style sheets, in style objects, and in what draws at one side. */
const physical = [
  /\b(?:margin|padding|border|inset)-(?:left|right)\b/,
  /\bborder-(?:top|bottom)-(?:left|right)-radius\b/,
  /(?:^|[;{\s])(?:left|right)\s*:\s*[^;]/m,
  /\b(?:text-align|float)\s*:\s*(?:left|right)\b/,
  /\b(?:margin|padding|border)(?:Left|Right)\b/,
  /\b(?:textAlign|ta)(?:=|:\s*)["'](?:left|right)["']/,
  /\bjustify=["'](?:left|right)["']/,
];

test('layout says start and end, never left and right', () => {
  const found = readdirSync(join(root, 'src-renderer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:css|tsx)$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(root, 'src-renderer', name), 'utf8');
      return physical.flatMap((pattern) => {
        const hit = pattern.exec(text)?.[0];
        return hit === undefined ? [] : [`${name}: ${hit.trim()}`];
      });
    });
  expect(found).toEqual([]);
});
