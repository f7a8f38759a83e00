// Whatever a person types becomes the same value as it does from a file.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { phoneKey } from '../../../src-shared/domain/fold.ts';
import { createItemParser } from '../../../src-shared/values/parse-item.ts';
import { parseName } from '../../../src-shared/values/name.ts';
import { csvLine } from '../../../src-shared/transfer/export/csv-text.ts';
import { awkwardText } from '../../support/transfer/awkward-text.ts';
import { allOf, importFile } from '../../support/transfer/imports.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';

const country = fc.constantFrom('US', 'DE', 'GB', 'FR', 'IN', 'JP', 'BR');

const emails = fc.oneof(
  awkwardText,
  fc.emailAddress(),
  fc.constantFrom(
    'Ann Lee <ann@Example.COM>',
    'mailto:a@x.example',
    'a@x.example; B@X.example',
    'a@x.example b@x.example,',
    'a@x.example or so',
    'ünï@bücher.example',
  ),
);
const phones = fc.oneof(
  awkwardText,
  fc.stringMatching(/^\+?[0-9 ()/.-]{3,16}$/),
  fc.constantFrom(
    '(212) 555-0100 ext. 12',
    '+1 212 555 0100 x12',
    '+12125550100;ext=12',
    'tel:+49-30-1234567',
    '0049 30 1234567',
    '030/1234567-89',
    '020 7946 0000',
    '٠٣٠ ١٢٣٤٥٦٧',
    'ask Ann',
    '110',
  ),
);
const dates = fc.oneof(
  awkwardText,
  fc.stringMatching(/^[0-9]{1,4}[/. -][0-9]{1,2}([/. -][0-9]{1,4})?$/),
  fc.constantFrom(
    '1985',
    '1985-04',
    '--04-12',
    '4/1985',
    '03/04/2021',
    '12. März 2024',
    'April 1985',
    '29.02.2023',
    '2024-03-12T10:00:00Z',
    '12 Mar or so',
    '0/0/00',
  ),
);
const addresses = fc.oneof(
  awkwardText,
  fc.constantFrom('1 High Street\nLondon', '12 Rue de la Paix, 75002 Paris'),
);
const tags = fc.oneof(awkwardText, fc.constantFrom('VIP, Blog', '"VIP","Blog"', 'a;;b', 'a ::: b'));

const sets: [set: string, column: string, texts: fc.Arbitrary<string>][] = [
  ['emails', 'Email', emails],
  ['phones', 'Phone', phones],
  ['dates', 'Anniversary', dates],
  ['addresses', 'Address', addresses],
  ['tags', 'Tags', tags],
];

/** A cell is trimmed by those who read it; one that our export would quote is another matter. */
const isPlainCell = (text: string): boolean => text.trim() !== '' && !text.startsWith("'");

async function imported(column: string, text: string, home: string) {
  const csv = csvLine(['Nickname', column, 'City']) + ['"Ann"', quoted(text), ''].join(',');
  const dateOrder = home === 'US' ? 'mdy' : 'dmy';
  const { store } = await importFile(csv, {
    country: home,
    delimiter: ',',
    charset: 'utf-8',
    dateOrder,
  });
  return (await allOf(store, 'people'))[0];
}
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

for (const [set, column, texts] of sets)
  it(`${set}: typed equals imported, and what is not understood is kept as written`, async () => {
    await fc.assert(
      fc.asyncProperty(texts.filter(isPlainCell), country, async (text, home) => {
        const typed = createItemParser(home)(set, { value: text });
        const person = await imported(column, text, home);
        const kept = [...(person?.sets[set] ?? []), ...(person?.sets['custom'] ?? [])];
        const plain = kept.map(({ value, more }) => ({ value, more }));
        const once = new Map(
          typed.map(({ value, more }) => [
            set === 'phones' ? value : value.trim().toLowerCase(),
            { value, more },
          ]),
        );
        expect(plain).toEqual([...once.values()]);
        const unread = typed.filter(({ problem }) => problem !== undefined);
        expect(unread.map(({ value }) => value)).toEqual(unread.map(() => text.trim()));
      }),
      { seed: testSeed, numRuns: testRuns(60) },
    );
  });

it('names: typed equals imported, and no letter is lost', async () => {
  const names = fc.oneof(
    awkwardText,
    fc.constantFrom(
      'Ada Lovelace',
      'Lovelace, Ada',
      'Hernandez Rivera, Ana María',
      'Roe, Jr.',
      'Müller, GmbH',
      'Dr. Ada Lovelace PhD',
      'Cher',
      'Ana María de la Cruz',
      'Ludwig van Beethoven III',
      'Karl Garcia jun.',
      'Karl Richter d. Ä.',
      'Garcia sen., Karl',
      'Jean Dupont fils',
      'Robert "Bob" Smith',
      '王小明',
      'محمد علي',
      'ana lee',
    ),
  );
  await fc.assert(
    fc.asyncProperty(names.filter(isPlainCell), async (text) => {
      const typed = parseName(text);
      const person = await imported('Name', text, 'US');
      const { nickname: _nickname, ...parts } = typed;
      const { nickname: _own, ...fields } = person?.fields ?? {};
      expect(fields).toEqual(parts);
      const { prefix, given, middle, family, suffix } = typed;
      const said = [prefix, given, middle, family, suffix].filter((part) => part !== undefined);
      const whole = text.replace(/\s+/g, ' ').trim();
      // Turned around, a name loses nothing but its comma.
      const turned = `${family}, ${[given, middle].filter(Boolean).join(' ')}`;
      expect([said.join(' '), turned, typed.fullName]).toContain(whole);
    }),
    { seed: testSeed, numRuns: testRuns(60) },
  );
});

it('a value that is parsed again stays as it is', () => {
  for (const [set, , texts] of sets)
    fc.assert(
      fc.property(texts, country, (text, home) => {
        const parse = createItemParser(home);
        for (const { value, more, problem } of parse(set, { value: text })) {
          if (problem !== undefined || set === 'tags') continue;
          expect(parse(set, { value, ...(more === undefined ? {} : { more }) })[0]?.value).toBe(
            value,
          );
        }
      }),
      { seed: testSeed, numRuns: testRuns(200) },
    );
});

it('two texts of one phone number have one key, an extension included', () => {
  fc.assert(
    fc.property(country, fc.integer({ min: 1, max: 9_999 }), (home, ext) => {
      const parse = createItemParser(home);
      const keys = [`+1 212 555 0100 x${ext}`, `+12125550100;ext=${ext}`].map((text) =>
        parse('phones', { value: text }).map(phoneKey),
      );
      expect(keys[0]).toEqual(keys[1]);
      expect(keys[0]).toEqual([
        phoneKey({ value: '+12125550100', more: { ext: String(ext), raw: 'as written' } }),
      ]);
    }),
    { seed: testSeed, numRuns: testRuns(50) },
  );
});
