// The catalogue holds what the sources say, and every phrase can be said.
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';

import { collectWords, readWords } from '../../../build/words.ts';
import { pseudoCatalogue } from '../../../src-shared/words/pseudo.ts';

const catalogue = readWords('en');

test('the catalogue is what the sources say (npm run words)', async () => {
  expect(catalogue).toEqual(await collectWords());
});

test('every phrase has words, in a form that can be read', () => {
  const bad = Object.entries(catalogue).filter(([, message]) => !canBeSaid(message));
  expect(bad).toEqual([]);
});

test('the pseudo-language is longer, bracketed and keeps names, tags and plurals', () => {
  const messages = {
    plain: 'Moved to the trash',
    named: 'Wait for <0>{name}</0>',
    counted: '{n, plural, one {# person} other {# people}}',
  };
  const compiled: Record<string, CompiledMessage> = {};
  for (const [id, text] of Object.entries(messages)) compiled[id] = compileMessageOrThrow(text);
  const i18n = setupI18n({ locale: 'en', messages: { en: pseudoCatalogue(compiled) } });
  expect(i18n._('plain')).toBe('[Móóvééd ţóó ţĥéé ţŕáášĥ]');
  expect(i18n._('named', { name: 'Ana' })).toBe('[Ŵááííţ fóóŕ <0>Ana</0>]');
  expect(i18n._('counted', { n: 1 })).toBe('[1 pééŕšóóñ]');
  expect(i18n._('counted', { n: 2 })).toBe('[2 pééóópĺéé]');
});

function canBeSaid(message: string): boolean {
  try {
    return compileMessageOrThrow(message).length > 0 && message.trim() !== '';
  } catch {
    return false;
  }
}
