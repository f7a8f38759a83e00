// The text of a large file is read from its bytes, a piece at a time: nobody can tell.
import { readdirSync } from 'node:fs';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { decodeFile } from '../../../src-shared/transfer/import/text/decode.ts';
import { createFileText } from '../../../src-shared/transfer/import/text/file-text.ts';
import { cutUtf8 } from '../../../src-shared/transfer/import/text/utf8.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';
import { awkwardText } from '../../support/transfer/awkward-text.ts';
import { fixture } from '../../support/transfer/imports.ts';

/** Cut at these places, of any order and number. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length];
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).map((cut, at) => bytes.slice(cuts[at], cut));
}

const places = fc.array(fc.nat(), { maxLength: 12 });

it('UTF-8 that is cut anywhere, also broken, is the same text', () => {
  const bytes = fc.oneof(
    awkwardText.map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({ maxLength: 60 }),
    fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe2, 0x82, 0xac, 0xf0, 0x9f), {
      maxLength: 40,
    }),
  );
  fc.assert(
    fc.property(bytes, places, fc.integer({ min: 8, max: 20 }), (list, cuts, most) => {
      const whole = Uint8Array.from(list);
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      const pieces = [...cutUtf8(cutAt(whole, cuts), most)];
      expect(pieces.map((piece) => decoder.decode(piece)).join('')).toBe(decoder.decode(whole));
    }),
    { seed: testSeed, numRuns: testRuns(1_000) },
  );
});

it('reads and finds like a string', () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.array(awkwardText, { maxLength: 50 }), fc.nat(), fc.nat(), (texts, a, b) => {
      const pieces = texts.map((text) => text.toWellFormed());
      const whole = pieces.join('');
      const text = createFileText(
        pieces.map((piece) => ({ bytes: encoder.encode(piece), length: piece.length })),
      );
      const [from = 0, to = 0] = [a % (whole.length + 2), b % (whole.length + 2)].toSorted(
        (x, y) => x - y,
      );
      expect(text.length).toBe(whole.length);
      expect(text.slice(from, to)).toBe(whole.slice(from, to));
      expect(text.slice(from)).toBe(whole.slice(from));
      const wanted = whole[to] ?? '\n';
      expect(text.indexOf(wanted, from)).toBe(whole.indexOf(wanted, from));
    }),
    { seed: testSeed, numRuns: testRuns(500) },
  );
});

const files = readdirSync(new URL('../../fixtures/import/', import.meta.url));

it('of every example file is the same however it was handed over', async () => {
  for (const name of files) {
    const whole = fixture(name);
    const expected = await textOf([whole]);
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        expect({ name, ...(await textOf(cutAt(whole, cuts))) }).toEqual({ name, ...expected });
      }),
      { seed: testSeed, numRuns: testRuns(20) },
    );
  }
});

async function textOf(pieces: readonly Uint8Array[]) {
  const decoded = await decodeFile(pieces);
  if (!decoded.ok) return decoded;
  const { text, charset, remarks } = decoded.value;
  return { text: text.slice(0), charset, remarks };
}
