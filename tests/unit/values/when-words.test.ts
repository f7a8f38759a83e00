// Days and times in the words of a sentence.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  isAhead,
  timeOfWhen,
  type WhenReader,
  whensIn,
  wholeWhen,
} from '../../../src-shared/values/when-words.ts';

/** A Tuesday, 13:00 in Berlin. */
const now = Date.parse('2026-12-01T12:00:00Z');
const english: WhenReader = {
  language: 'en',
  country: 'GB',
  now,
  zone: 'Europe/Berlin',
  toward: 'past',
};
const german: WhenReader = { ...english, language: 'de', country: 'DE' };

const said = (text: string, reader: WhenReader) =>
  whensIn(text, reader).map(({ from, to, day, time, precision }) =>
    [
      text.slice(from, to),
      `${day}${time === undefined ? '' : ` ${time}`}${precision === 'day' ? '' : ` ${precision}`}`,
    ].join(' = '),
  );
const meant = (text: string, reader: WhenReader) => {
  const when = wholeWhen(text, reader);
  return when && `${when.day}${when.time === undefined ? '' : ` ${when.time}`}`;
};
const toCome = (reader: WhenReader): WhenReader => ({ ...reader, toward: 'future' });

describe('days in English', () => {
  it.each([
    ['yesterday 14:00', '2026-11-30 14:00'],
    ['at 2pm', '2026-12-01 14:00'],
    ['Monday', '2026-11-30'],
    ['on Tuesday at 9', '2026-12-01 09:00'],
    ['Friday', '2026-11-27'],
    ['last Monday', '2026-11-30'],
    ['3 days ago', '2026-11-28'],
    ['an hour ago', '2026-12-01 12:00'],
    ['1.12.2026', '2026-12-01'],
    ['3/11/2026', '2026-11-03'],
    ['5 March', '2026-03-05'],
    ['29 Feb', '2024-02-29'],
    ['2026-11-05 10:30', '2026-11-05 10:30'],
  ])('%s was on %s', (text, day) => {
    expect(meant(text, english)).toBe(day);
  });

  it.each([
    ['by Fri', '2026-12-04'],
    ['Tuesday', '2026-12-08'],
    ['next Friday', '2026-12-11'],
    ['Friday next week', '2026-12-11'],
    ['in 2 weeks', '2026-12-15'],
    ['tomorrow', '2026-12-02'],
    ['by the 15th', '2026-12-15'],
    ['end of the week', '2026-12-04'],
    ['end of the month', '2026-12-31'],
    ['end of next week', '2026-12-11'],
    ['end of next month', '2027-01-31'],
    ['the week after next', '2026-12-15'],
    ['in a fortnight', '2026-12-15'],
    ['Fr', '2026-12-04'],
    ['Monatsende', '2026-12-31'],
    ['5 March', '2027-03-05'],
    ['29 Feb', '2028-02-29'],
    ['29 February 2028', '2028-02-29'],
  ])('%s will be on %s', (text, day) => {
    expect(meant(text, toCome(english))).toBe(day);
  });

  it('says how exactly it is meant', () => {
    expect(said('next week', toCome(english))).toEqual(['next week = 2026-12-08 week']);
    expect(said('next month', toCome(english))).toEqual(['next month = 2027-01-01 month']);
    expect(said('in a month', toCome(english))).toEqual(['in a month = 2027-01-01']);
  });

  it('finds them where they stand', () => {
    const text = 'call Ana about the quote yesterday 14:00, promise: send it by Fri';
    expect(said(text, english)).toEqual(['yesterday 14:00 = 2026-11-30 14:00', 'Fri = 2026-11-27']);
  });

  it('reads numbers as the country writes them', () => {
    expect(meant('3/11/2026', { ...english, country: 'US' })).toBe('2026-03-11');
    expect(meant('3.11.2026', { ...english, country: 'US' })).toBe('2026-11-03');
  });

  it.each([
    'sat with Ana in the sun',
    'call Jan, April and May',
    '3/4 of the budget',
    '29 Feb 2027',
    '29.2.2027',
    '31/4/2026',
    'in the year 0',
    '3 Feb 0',
    '1 Jan 9999',
    '1/1/0000',
    'the second quote',
    'the price is 12.5. and more',
  ])('takes nothing of "%s" for a day', (text) => {
    expect(said(text, english)).toEqual([]);
  });
});

describe('days in German', () => {
  it.each([
    ['gestern 14 Uhr', '2026-11-30 14:00'],
    ['gestern um 14:30', '2026-11-30 14:30'],
    ['am Montag', '2026-11-30'],
    ['letzten Montag', '2026-11-30'],
    ['vor zwei Wochen', '2026-11-17'],
    ['vorgestern', '2026-11-29'],
    ['3.11.2026', '2026-11-03'],
    ['am 3.11.', '2026-11-03'],
    ['gestern Abend', '2026-11-30'],
    ['vorgestern 9 Uhr 30', '2026-11-29 09:30'],
    ['Montagabend', '2026-11-30'],
    ['29.2.', '2024-02-29'],
    ['24. Oktober', '2026-10-24'],
  ])('%s war am %s', (text, day) => {
    expect(meant(text, german)).toBe(day);
  });

  it.each([
    ['bis Freitag', '2026-12-04'],
    ['bis Mi', '2026-12-02'],
    ['nächsten Freitag', '2026-12-11'],
    ['kommenden Dienstag', '2026-12-08'],
    ['nächste Woche Freitag', '2026-12-11'],
    ['Freitag nächster Woche', '2026-12-11'],
    ['in 2 Wochen', '2026-12-15'],
    ['morgen früh', '2026-12-02'],
    ['bis zum 15.', '2026-12-15'],
    ['Ende des Monats', '2026-12-31'],
    ['bis Monatsende', '2026-12-31'],
    ['Ende nächster Woche', '2026-12-11'],
    ['Ende nächsten Monats', '2027-01-31'],
    ['übernächste Woche', '2026-12-15'],
    ['Fr', '2026-12-04'],
    ['Montag früh', '2026-12-07'],
    ['Freitagnachmittag', '2026-12-04'],
    ['29. Februar 2028', '2028-02-29'],
  ])('%s wird am %s', (text, day) => {
    expect(meant(text, toCome(german))).toBe(day);
  });

  it.each(['so wie immer', 'die Frau von Jan', '29.2.2027', 'Version 1.2.3', 'fröhlich'])(
    'takes nothing of "%s" for a day',
    (text) => {
      expect(said(text, german)).toEqual([]);
    },
  );
});

it('knows dates and the words around today in other languages', () => {
  const french = { ...english, language: 'fr', country: 'FR' };
  expect(said('appel avec Ana hier 14:00, puis 12 mars 2026', french)).toEqual([
    'hier 14:00 = 2026-11-30 14:00',
    '12 mars 2026 = 2026-03-12',
  ]);
  const arabic = { ...english, language: 'ar', country: 'EG' };
  expect(said('مكالمة أمس', arabic)).toEqual(['أمس = 2026-11-30']);
  expect(said('مكالمة ٣/١١/٢٠٢٦', arabic)).toEqual(['٣/١١/٢٠٢٦ = 2026-11-03']);
});

it('reads a whole answer in English and German too, whatever the language is', () => {
  const french = toCome({ ...english, language: 'fr', country: 'FR' });
  expect(
    ['next Tuesday', 'in 2 Wochen', 'demain', '12.5.'].map((text) => meant(text, french)),
  ).toEqual(['2026-12-08', '2026-12-15', '2026-12-02', '2027-05-12']);
});

it('tells what is still to come', () => {
  const of = (text: string, reader = english) =>
    whensIn(text, toCome(reader)).map((when) => isAhead(when, reader));
  expect(
    ['yesterday', 'today', 'at 12:30', 'at 13:30', 'tomorrow'].map((text) => of(text)),
  ).toEqual([[false], [false], [true], [true], [true]]);
  expect(whensIn('at 12:30', english).map((when) => isAhead(when, english))).toEqual([false]);
});

it('counts by the clock of the zone that it is given', () => {
  const late = Date.parse('2026-12-01T22:30:00Z');
  const in_ = (zone: string) => meant('today', { ...english, now: late, zone });
  expect([in_('Europe/Berlin'), in_('Asia/Tokyo'), in_('America/New_York')]).toEqual([
    '2026-12-01',
    '2026-12-02',
    '2026-12-01',
  ]);
  const summer = timeOfWhen({ day: '2026-07-01', time: '14:00' }, 'Europe/Berlin');
  expect(new Date(summer).toISOString()).toBe('2026-07-01T12:00:00.000Z');
  const leftOut = timeOfWhen({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin');
  expect(new Date(leftOut).toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

it('never throws, and stays within the text', () => {
  const words = fc.constantFrom(
    'Fri',
    'bis',
    '29.2.',
    '0',
    '9999',
    'next',
    'week',
    '14:00',
    '12/31/2026',
    'früh',
    'ago',
    ',',
    '٣',
    'Ende',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((all) => all.join(' ')),
  );
  const reader = fc.constantFrom(english, german, { ...english, language: 'ar' }, toCome(german));
  fc.assert(
    fc.property(text, reader, (line, who) => {
      let at = 0;
      for (const { from, to, day } of whensIn(line, who)) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(to).toBeGreaterThan(from);
        expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
        at = to;
      }
      expect(at).toBeLessThanOrEqual(line.length);
    }),
  );
});
