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
  'Karl Müller',
  "Rosa O'Neil",
  'Anna Schmidt',
  'Luka Kovač',
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
    plan: read.isPlan === true ? true : undefined,
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
    [
      'spoke with Karl Müller yesterday evening',
      { kind: 'call', people: ['Karl Müller'], when: '2026-11-30' },
    ],
    [
      'spoke with the Schmidt GmbH last Friday 3pm, wants prices',
      { kind: 'call', when: '2026-11-27 15:00', rest: 'the Schmidt GmbH, wants prices' },
    ],
    [
      'call Karl Müller at 25:99 about prices',
      { kind: 'call', people: ['Karl Müller'], topic: 'prices', rest: 'at 25:99' },
    ],
    [
      'called karl muller on 1 Jan 0000 about x',
      {
        kind: 'call',
        direction: 'out',
        people: ['Karl Müller'],
        topic: 'x',
        rest: 'on 1 Jan 0000',
      },
    ],
    [
      'call Karl Muller and his wife about the roof',
      { kind: 'call', people: ['Karl Müller'], topic: 'the roof', rest: 'his wife' },
    ],
    [
      "met Ana Trautwein, Rosa O'Neil & Karl Müller at noon",
      {
        kind: 'meeting',
        people: ['Ana Trautwein', "Rosa O'Neil", 'Karl Müller'],
        when: '2026-12-01 12:00',
      },
    ],
    [
      'call Ana about the price 12.5.',
      { kind: 'call', people: ['Ana Trautwein'], topic: 'the price 12.5.' },
    ],
    [
      'called Ana about the meeting tomorrow',
      { kind: 'call', direction: 'out', people: ['Ana Trautwein'], topic: 'the meeting tomorrow' },
    ],
  ])('%s', (text, chips) => {
    expect(said(text, english)).toEqual(chips);
  });

  it.each<[string, object]>([
    [
      'remind me to call the Schmidt GmbH on Friday',
      { again: 'call the Schmidt GmbH | 2026-12-04' },
    ],
    [
      'call Luka Kovač, in 2 weeks remind me',
      { kind: 'call', people: ['Luka Kovač'], again: ' | 2026-12-15' },
    ],
    ['Luka Kovač, in 2 weeks remind me', { people: ['Luka Kovač'], again: ' | 2026-12-15' }],
    [
      'in 2 weeks remind me to call Luka Kovač',
      { people: ['Luka Kovač'], again: 'call Luka Kovač | 2026-12-15' },
    ],
    [
      'remind me next Tuesday to write Karl Müller',
      { people: ['Karl Müller'], again: 'write Karl Müller | 2026-12-08' },
    ],
    [
      'remind me to call Xaver Unknown tomorrow',
      { people: ['Xaver Unknown? 0'], again: 'call Xaver Unknown | 2026-12-02' },
    ],
    [
      'call Karl Müller tomorrow',
      { people: ['Karl Müller'], again: 'call Karl Müller | 2026-12-02' },
    ],
    [
      'tomorrow 15:00 message Karl about prices',
      { people: ['Karl Müller'], again: 'message Karl about prices | 2026-12-02 15:00' },
    ],
    ['write Karl on Friday', { people: ['Karl Müller'], again: 'write Karl | 2026-12-04' }],
    [
      'call Karl tomorrow, promise: send it by Fri',
      {
        people: ['Karl Müller'],
        again: 'call Karl | 2026-12-02',
        promises: ['us | send it | 2026-12-04'],
      },
    ],
  ])('plans and logs nothing: %s', (text, chips) => {
    const isLogged = 'kind' in chips;
    expect(said(text, english)).toEqual(isLogged ? chips : { ...chips, plan: true });
  });

  it.each([
    ['meet Karl tomorrow', 'meeting', '2026-12-02'],
    ['meeting with Karl tomorrow 10:00', 'meeting', '2026-12-02 10:00'],
  ])('puts a meeting down before it takes place: %s', (text, kind, when) => {
    expect(said(text, english)).toEqual({ kind, people: ['Karl Müller'], when });
  });

  it('takes no call for one that was, where its reminder was taken off', () => {
    const without = new Set(['followUp'] as const);
    expect(said('call Karl tomorrow', { ...english, without })).toEqual({
      kind: 'call',
      people: ['Karl Müller'],
      when: '2026-12-02',
    });
    expect(said('Karl tomorrow', { ...english, kind: 'meeting' })).toEqual({
      people: ['Karl Müller'],
      when: '2026-12-02',
    });
  });

  it.each<[string, string, string | undefined]>([
    ['Karl Müller has promised: pay by Friday', 'them | pay | 2026-12-04', 'Karl Müller'],
    ['Karl Müller promised to pay by Friday', 'them | pay | 2026-12-04', 'Karl Müller'],
    ['Karl Müller promises: pay by Friday', 'them | pay | 2026-12-04', 'Karl Müller'],
    ['call Karl: he promised: pay by Friday', 'them | pay | 2026-12-04', 'Karl Müller'],
    ['Karl promised us a quote by Friday', 'them | a quote | 2026-12-04', 'Karl Müller'],
    ['I promised Karl Müller a quote by Friday', 'us | a quote | 2026-12-04', 'Karl Müller'],
    ['promised Karl Müller: a quote by Friday', 'us | a quote | 2026-12-04', 'Karl Müller'],
    ['called Karl and promised: a quote by Friday', 'us | a quote | 2026-12-04', 'Karl Müller'],
    ['Karl called and promised: pay by Friday', 'them | pay | 2026-12-04', 'Karl Müller'],
    [
      'I promised to send Karl a quote by Friday',
      'us | send Karl a quote | 2026-12-04',
      'Karl Müller',
    ],
    ['the customer promised: pay by Friday', 'them | pay | 2026-12-04', undefined],
    ['met, promise: send it by Monday with Karl', 'us | send it | 2026-12-07', 'Karl Müller'],
  ])('knows whose promise it is: %s', (text, promise, person) => {
    expect(said(text, english)).toMatchObject({ promises: [promise] });
    expect(said(text, english)['people']).toEqual(person && [person]);
  });

  it.each([
    'Wants a quote for forty loaves',
    'Agreed on the lamp',
    'Spoke about the turquoise lampshade',
    'Lunch about the roof',
    'Will send the quote by Friday',
    'She promises a lot: nothing came',
    "See Zoe's notes about the roof",
    'Zoe Kern will call back on Friday',
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
    [
      'Anruf bei Schmidt GmbH vorgestern 9 Uhr 30 wegen Preis 12.50 Euro',
      { kind: 'call', when: '2026-11-29 09:30', topic: 'Preis 12.50 Euro', rest: 'Schmidt GmbH' },
    ],
    [
      'Anruf Luka Kovač vor 3 Tagen, Versprechen: Katalog bis nächste Woche',
      {
        kind: 'call',
        people: ['Luka Kovač'],
        when: '2026-11-28',
        promises: ['us | Katalog | 2026-12-08'],
      },
    ],
    [
      'Anruf Karl Müller und seine Frau wegen Dach',
      { kind: 'call', people: ['Karl Müller'], topic: 'Dach', rest: 'seine Frau' },
    ],
    [
      'gestern Abend mit Karl Müller gesprochen',
      { kind: 'call', people: ['Karl Müller'], when: '2026-11-30' },
    ],
    [
      'Luka Kovač angerufen, in 2 Wochen wieder anrufen',
      {
        kind: 'call',
        direction: 'out',
        people: ['Luka Kovač'],
        again: 'wieder anrufen | 2026-12-15',
      },
    ],
    [
      'in 2 Wochen wieder anrufen: Karl Müller',
      { people: ['Karl Müller'], plan: true, again: 'wieder anrufen: Karl Müller | 2026-12-15' },
    ],
    [
      'Karl Müller morgen anrufen',
      { people: ['Karl Müller'], plan: true, again: 'Karl Müller anrufen | 2026-12-02' },
    ],
    [
      'erinnere mich nächsten Dienstag, Karl Müller zu schreiben',
      { people: ['Karl Müller'], plan: true, again: 'Karl Müller zu schreiben | 2026-12-08' },
    ],
  ])('%s', (text, chips) => {
    expect(said(text, german)).toEqual(chips);
  });

  it.each<[string, string]>([
    ['Karl Müller angerufen, Zusage: Angebot bis Freitag', 'us | Angebot | 2026-12-04'],
    ['Karl Müller angerufen, zugesagt: Angebot bis Monatsende', 'us | Angebot | 2026-12-31'],
    ['Karl Müller hat zugesagt: zahlt bis Freitag', 'them | zahlt | 2026-12-04'],
    ['Karl Müller hat versprochen: zahlt bis übermorgen', 'them | zahlt | 2026-12-03'],
    ['Karl Müller hat uns ein Angebot bis Freitag zugesagt', 'them | ein Angebot | 2026-12-04'],
    ['Anruf Karl Müller, er sagt zu: zahlt bis Freitag', 'them | zahlt | 2026-12-04'],
    ['Anruf, Zusage von Karl Müller: zahlt bis Freitag', 'them | zahlt | 2026-12-04'],
    ['Ich habe Karl Müller versprochen: Angebot bis Freitag', 'us | Angebot | 2026-12-04'],
    ['Wir haben Karl Müller ein Angebot bis Freitag versprochen', 'us | ein Angebot | 2026-12-04'],
  ])('weiß, wessen Zusage es ist: %s', (text, promise) => {
    expect(said(text, german)).toMatchObject({ people: ['Karl Müller'], promises: [promise] });
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
    'has promised:',
    'I promised',
    'to pay',
    'versprochen',
    'Zusage:',
    'remind me',
    'to call',
    'tomorrow',
    'Karl Müller',
    'Schmidt GmbH',
    'and his wife',
    'at 25:99',
    '&',
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
      const { taken, rest, people: named, promises, followUp, isPlan } = readLine(text, reader);
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
      if (isPlan !== true || followUp === undefined) return;
      // What is to be done says all but its day, what is promised and the word for a reminder.
      const { when } = followUp;
      const word = /^(?:by|on|at|am|um|bis|to|remind|me|call)$/u;
      const all = `${text.slice(followUp.from, when.from)} ${text.slice(when.to, followUp.to)}`;
      const kept = [followUp.text, ...promises.map(({ from, to }) => text.slice(from, to))].join(
        ' ',
      );
      for (const one of all
        .split(/[^\p{L}\p{N}]+/u)
        .filter((said) => said !== '' && !word.test(said)))
        expect(kept).toContain(one);
    }),
  );
});
