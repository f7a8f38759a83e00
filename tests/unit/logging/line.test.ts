// What a line that somebody writes down is understood as.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldText } from '../../../src-shared/domain/fold.ts';
import { readLine } from '../../../src-shared/logging/line.ts';
import type { LineReader } from '../../../src-shared/logging/line-parts.ts';

const people = [
  'Ana Trautwein',
  'Ben Abbott',
  'Ben Weber',
  'Chen Wu',
  'Will Hunt',
  'Jörg Groß',
  'Jan April',
].map((name) => ({ id: name.toLowerCase().replaceAll(' ', '-'), name }));

const lookup = (words: string) =>
  people.filter(({ name }) => {
    const own = foldText(name).split(' ');
    return foldText(words)
      .split(' ')
      .every((word) => own.includes(word));
  });

/** Those whose name these words begin. */
const begun = (words: string) =>
  people.filter(({ name }) =>
    foldText(words)
      .split(' ')
      .every(
        (word) =>
          word.length > 2 &&
          foldText(name)
            .split(' ')
            .some((own) => own.startsWith(word)),
      ),
  );

/** A Tuesday, 13:00 in Berlin. */
const english: LineReader = {
  language: 'en',
  country: 'GB',
  now: Date.parse('2026-12-01T12:00:00Z'),
  zone: 'Europe/Berlin',
  lookup,
  begun,
};
const german: LineReader = { ...english, language: 'de', country: 'DE' };

/** As chips would say it. */
function said(text: string, reader: LineReader) {
  const read = readLine(text, reader);
  const when = (at: { day: string; time?: string } | undefined) =>
    at && [at.day, at.time].filter(Boolean).join(' ');
  const all = {
    kind: read.kind,
    direction: read.direction,
    people:
      read.people.length === 0
        ? undefined
        : read.people.map(({ words, choices }) =>
            choices.length === 1 ? choices[0]?.name : `${words}? ${choices.length}`,
          ),
    topic: read.topic,
    when: when(read.when),
    outcome: read.outcome,
    promises:
      read.promises.length === 0
        ? undefined
        : read.promises.map(({ by, text: what, due }) => [by, what, when(due)].join(' | ')),
    again: read.followUp && `${read.followUp.text} | ${when(read.followUp.when)}`,
    rest: read.rest === '' ? undefined : read.rest,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

describe('a line in English', () => {
  it('is understood whole', () => {
    expect(
      said('call Ana and Chen about the quote yesterday 14:00, promise: send it by Fri', english),
    ).toEqual({
      kind: 'call',
      people: ['Ana Trautwein', 'Chen Wu'],
      topic: 'the quote',
      when: '2026-11-30 14:00',
      promises: ['us | send it | 2026-12-04'],
    });
  });

  it.each<[string, object]>([
    [
      'met Ana Trautwein on Monday, wants rye and oats',
      {
        kind: 'meeting',
        people: ['Ana Trautwein'],
        when: '2026-11-30',
        rest: 'wants rye and oats',
      },
    ],
    [
      'called Ana, no answer, call again in 2 weeks',
      {
        kind: 'call',
        direction: 'absent',
        people: ['Ana Trautwein'],
        again: 'call again | 2026-12-15',
      },
    ],
    [
      'Ana called: wants a quote',
      { kind: 'call', direction: 'in', people: ['Ana Trautwein'], rest: 'wants a quote' },
    ],
    [
      'mail from Chen about rye',
      { kind: 'message', direction: 'in', people: ['Chen Wu'], topic: 'rye' },
    ],
    [
      'wrote to Ana about the fair',
      { kind: 'message', direction: 'out', people: ['Ana Trautwein'], topic: 'the fair' },
    ],
    [
      'call ana, they promise: pay the bill by the 15th, outcome: settled',
      {
        kind: 'call',
        people: ['Ana Trautwein'],
        promises: ['them | pay the bill | 2026-12-15'],
        outcome: 'settled',
      },
    ],
    ['call Ben about rye', { kind: 'call', people: ['Ben? 2'], topic: 'rye' }],
    [
      'call Zoe Kern about rye',
      { kind: 'call', people: ['Zoe Kern? 0'], topic: 'rye', rest: 'Zoe Kern' },
    ],
    ['call Jan about May', { kind: 'call', people: ['Jan April'], topic: 'May' }],
    ['call ben abb about rye', { kind: 'call', people: ['Ben Abbott'], topic: 'rye' }],
    [
      'met, promise: send pictures by Fri, the workshop was shown',
      {
        kind: 'meeting',
        promises: ['us | send pictures | 2026-12-04'],
        rest: 'the workshop was shown',
      },
    ],
    ['call trau yesterday', { kind: 'call', people: ['Ana Trautwein'], when: '2026-11-30' }],
    ['call web', { kind: 'call', people: ['Ben Weber'] }],
    ['call sick of rain', { kind: 'call', rest: 'call sick of rain' }],
    ['met tra fast', { kind: 'meeting', rest: 'met tra fast' }],
    ['note: likes tea', { kind: 'note', rest: 'likes tea' }],
    [
      'call Ana yesterday and she said no',
      { kind: 'call', people: ['Ana Trautwein'], when: '2026-11-30', rest: 'she said no' },
    ],
  ])('%s', (text, chips) => {
    expect(said(text, english)).toEqual(chips);
  });

  it.each([
    'Wants a quote for forty loaves',
    'Agreed on the lamp',
    'Spoke about the turquoise lampshade',
    'Lunch about the roof',
    'Will send the quote by Friday',
    'She promises a lot: nothing came',
    'Three meetings, two calls and 5 notes',
  ])('leaves a sentence as it is: %s', (text) => {
    expect(readLine(text, english).rest).toBe(text);
  });

  it('understands what it was, and keeps the words of a sentence whole', () => {
    expect(said('Met at the harbour fair', english)).toEqual({
      kind: 'meeting',
      rest: 'Met at the harbour fair',
    });
  });

  it('takes what was taken off by hand for text', () => {
    const without = new Set(['topic', 'person Chen'] as const);
    expect(said('call Ana and Chen about rye', { ...english, without })).toEqual({
      kind: 'call',
      people: ['Ana Trautwein'],
      rest: 'Chen about rye',
    });
  });

  it('takes one promise off and leaves the other', () => {
    const text = 'call Ana, promise: send it by Fri, they promise: pay by Fri';
    const without = new Set(['promise send it'] as const);
    expect(said(text, { ...english, without })).toMatchObject({
      promises: ['them | pay | 2026-12-04'],
      rest: 'promise: send it by Fri',
    });
  });

  it('takes a short word for a name where Enter says that it is one', () => {
    expect(readLine('abb', english).people).toEqual([]);
    expect(said('abb', { ...english, isName: true })).toEqual({ people: ['Ben Abbott'] });
  });

  it('asks for names that are not known yet', () => {
    const asking = { ...english, lookup: () => undefined };
    expect(readLine('call Ana Trautwein', asking)).toMatchObject({
      people: [],
      asked: ['Ana Trautwein', 'Ana'],
    });
  });
});

describe('a line in German', () => {
  it.each<[string, object]>([
    [
      'Ana angerufen wegen Angebot, gestern 14 Uhr, Versprechen: schicken bis Freitag',
      {
        kind: 'call',
        direction: 'out',
        people: ['Ana Trautwein'],
        topic: 'Angebot',
        when: '2026-11-30 14:00',
        promises: ['us | schicken | 2026-12-04'],
      },
    ],
    [
      'Ana hat angerufen, will Roggen',
      { kind: 'call', direction: 'in', people: ['Ana Trautwein'], rest: 'will Roggen' },
    ],
    [
      'mit Chen telefoniert über die Messe',
      { kind: 'call', people: ['Chen Wu'], topic: 'die Messe' },
    ],
    [
      'Treffen mit Ana und Chen am Montag um 9 wegen der Messe',
      {
        kind: 'meeting',
        people: ['Ana Trautwein', 'Chen Wu'],
        when: '2026-11-30 09:00',
        topic: 'der Messe',
      },
    ],
    [
      'Jörg Gross nicht erreicht, wieder anrufen in 2 Wochen',
      { direction: 'absent', people: ['Jörg Groß'], again: 'wieder anrufen | 2026-12-15' },
    ],
    [
      'Anruf von Ana, Sie verspricht: zahlen bis zum 15., Ergebnis: erledigt',
      {
        kind: 'call',
        direction: 'in',
        people: ['Ana Trautwein'],
        promises: ['them | zahlen | 2026-12-15'],
        outcome: 'erledigt',
      },
    ],
    ['Notiz: mag Tee', { kind: 'note', rest: 'mag Tee' }],
  ])('%s', (text, chips) => {
    expect(said(text, german)).toEqual(chips);
  });
});

it('loses no letter, whatever is written', () => {
  const words = fc.constantFrom(
    'call',
    'Ana',
    'and',
    'Ben',
    'about',
    'promise:',
    'by',
    'Fri',
    ',',
    '.',
    ';',
    '\n',
    'yesterday',
    '14:00',
    'outcome:',
    'call again',
    'in 2 weeks',
    'Zoe',
    'hat',
    'angerufen',
    'wegen',
    'bis',
    'Freitag',
    'they promise',
    '-',
    ':',
    'über',
  );
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 14 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(line, fc.constantFrom(english, german), (text, reader) => {
      const { taken, rest, people: named, promises } = readLine(text, reader);
      for (const { from, to } of [...taken, ...named, ...promises]) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
      }
      const cut = (at: number) => taken.some(({ from, to }) => at >= from && at < to);
      let left = '';
      for (let at = 0; at < text.length; at += 1) if (!cut(at)) left += text[at];
      const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '');
      expect(letters(rest)).toBe(letters(left));
    }),
  );
});
