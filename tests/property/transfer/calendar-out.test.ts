// Whatever names and texts are: lines of at most 75 octets, and read again what was written.

import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';

import { testRuns } from '../../support/seeded.ts';
import { recordOf } from '../../support/store/sample-records.ts';
import { calendarOf, readBack } from '../../support/transfer/calendar-text.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('\n', '\r\n', ';', ',', '\\', '\\n', ':', '"', '👩‍👩‍👧', 'ٱ', '\u0000', '\u2028'),
  fc.constantFrom('END:VEVENT\r\nBEGIN:VEVENT', 'ä'.repeat(1_000), 'x'.repeat(1_000), '\ud800'),
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, (gap) => (/\s/u.test(gap) ? ' ' : ''))
    .trim();

test('hostile names and texts', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (name, text) => {
      const { text: file } = await calendarOf(
        [
          recordOf({ id: 'a', kind: 'person', fields: { fullName: name, birthday: '--12-24' } }),
          recordOf({
            id: 'r',
            kind: 'reminder',
            fields: { text, at: '2026-12-20T09:00', zone: 'Asia/Tokyo' },
          }),
        ],
        { alarm: 'same' },
      );
      const bytes = new TextEncoder();
      for (const line of file.split('\r\n')) {
        expect(bytes.encode(line).byteLength).toBeLessThanOrEqual(75);
        expect(['\r', '\n', '\u0000'].some((one) => line.includes(one))).toBe(false);
      }
      expect(file.isWellFormed()).toBe(true);
      expect(readBack(file).length).toBeGreaterThanOrEqual(2);
      const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
      const events = calendar.getAllSubcomponents('vevent');
      expect(events).toHaveLength(2);
      const said = String(events[1]?.getFirstPropertyValue('summary'));
      expect(said).toBe(plain(plain(text) === '' ? 'Reminder' : `Reminder: ${text}`));
    }),
    { numRuns: testRuns(150) },
  );
});
