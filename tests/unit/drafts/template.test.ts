import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fillIn, readTemplate } from '../../../src-shared/drafts/template.ts';

const known: { readonly [name: string]: string } = { given: 'Anna', 'x:Shoe size': '39' };
const read = (text: string) =>
  readTemplate(text, (name) => ['given', 'promise', 'x:Shoe size'].includes(name));
const filled = (text: string) => fillIn(read(text), (name) => known[name]);

test('places are filled in, with what stands instead where nothing is known', () => {
  expect(filled('Dear {{given}}, {{ given | "there" }} {{promise|"nothing"}}').text).toBe(
    'Dear Anna, Anna nothing',
  );
  expect(filled('{{x:Shoe size}}').text).toBe('39');
});

test('a place without a value is said, and stands where somebody can fill it in', () => {
  expect(filled('{{promise}} and {{promise}}')).toEqual({
    text: '{{promise}} and {{promise}}',
    missing: ['promise'],
  });
});

test('a part is said where something is known, else the other one', () => {
  const text =
    '{{#if promise}}You asked for {{promise}}.{{else}}Hello{{#if given}} {{given}}{{/if}}.{{/if}}';
  expect(filled(text)).toEqual({ text: 'Hello Anna.', missing: [] });
  expect(fillIn(read(text), () => 'it').text).toBe('You asked for it.');
});

test('an unknown place, and a part that does not end, are faults at their place', () => {
  expect(read('Dear {{gvien}}!').faults).toEqual([
    { what: 'unknown', name: 'gvien', from: 5, to: 14 },
  ]);
  expect(read('{{/if}}').faults[0]).toMatchObject({ what: 'open' });
  expect(read('{{#if given}}so').faults).toMatchObject([{ what: 'open', name: 'given' }]);
  expect(read('{{#if given}}a{{else}}b{{else}}c{{/if}}').faults).toMatchObject([{ what: 'open' }]);
});

test('no text makes it fail, text without places stays as it is, and values are never read as places', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{{given}}',
    '{{#if given}}',
    '{{else}}',
    '{{/if}}',
    'a',
    '|',
    '"',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      const text = pieces.join('');
      const template = read(text);
      for (const { from, to } of template.faults) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(text.length);
      }
      fillIn(template, () => undefined);
      const plain = text.replaceAll('{', '');
      expect(filled(plain).text).toBe(plain);
    }),
  );
  expect(fillIn(read('{{given}}'), () => '{{promise}} $& {{#if x}}').text).toBe(
    '{{promise}} $& {{#if x}}',
  );
});
