// What a search forgives: a slip of the keyboard, words as one or as two, their order, accents
// of every script; and how it puts what it finds in order.

import { describe, expect, it } from 'vitest';

import { searchRecords } from '../../../src-main/host/book/search/search.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { isOneEdit } from '../../../src-shared/domain/one-edit.ts';
import { bookOf, items, person } from '../../support/store/search-book.ts';
import { record } from '../../support/store/store-fixtures.ts';

const plain = (highlight: string): string => highlight.replaceAll(/[\uE000\uE001]/g, '');

it.each([
  ['muller', 'mulelr', 'mller', 'mulller', 'nuller', 'uller', 'umller', 'xmuller', 'mulle'],
  ['ана', 'она', 'анна', 'на'],
])('knows words one slip from %s', (word, ...typed) => {
  for (const one of typed) expect([one, isOneEdit(one, word)]).toEqual([one, true]);
  for (const one of [word, `${word}xy`, word.slice(2), Array.from(word).reverse().join('')])
    expect([one, isOneEdit(one, word)]).toEqual([one, false]);
});

describe('a slip of the keyboard', () => {
  it.each([
    ['Uwe Müller', 'Mulelr', 'Muler', 'Müllerr', 'Nüller', 'Umller', 'uwe mülller', 'Mulelr Uwe'],
    ['Hans Zimmermann', 'zimmr', 'Zimmermnan', 'immermann', 'hans zimermann'],
    ['Γιώργος Παπάς', 'Γιωργς', 'γιωρογς', 'παπσα'],
    ['Екатерина Ёлкина', 'екатерна', 'Елкинк', 'скатерина'],
    ['Nguyễn Đặng', 'Nguyne', 'dnag'],
    ['عبدالرحمن', 'عبدالرحمم', 'عبدلرحمن'],
  ])('in the name of %s is forgiven, and said', async (written, ...typed) => {
    const { ids, find } = await bookOf(person('a', written), person('b', 'Otto Quast'));
    for (const text of typed) expect([text, ids(text)]).toEqual([text, ['a']]);
    const [like] = find(typed[0]!).like ?? [];
    expect(written.split(' ')).toContain(like);
  });

  it('is not looked for in words of three letters, numbers or where enough is found', async () => {
    const { ids, find } = await bookOf(
      person('a', 'Ana Mol'),
      person('b', 'Anna Berg 4711'),
      ...['c', 'd', 'e'].map((id) => person(id, 'Bert Berger')),
    );
    expect(ids('mql')).toEqual([]);
    expect(ids('4712')).toEqual([]);
    expect([ids('bert'), find('bert').like]).toEqual([['c', 'd', 'e'], undefined]);
  });

  it('is looked for beside the few that are found, after them', async () => {
    const { ids, find } = await bookOf(
      person('d', 'Karl Schmidt'),
      person('t', 'Karl Schmit'),
      person('n', 'Nobody Else'),
    );
    expect([ids('schmit'), find('schmit').like]).toEqual([['t', 'd'], undefined]);
    expect(ids('karl schmitd').sort()).toEqual(['d', 't']);
    expect(ids('nobody schmitd')).toEqual([]);
  });

  it('is forgiven where many others are written so, and none of them is meant', async () => {
    const { ids, find, counts } = await bookOf(
      person('p', 'Petra Müller'),
      person('k', 'Karl-Heinz Müller'),
      ...['a', 'b', 'c'].map((id) => person(id, 'Jens Müler')),
      ...['d', 'e', 'f'].map((id) => person(id, 'Petra Karl-Heinz')),
    );
    expect([ids('Müler Petra'), find('Müler Petra').like]).toEqual([['p'], ['Petra', 'Müller']]);
    expect([ids('Karl-Heinz Müler'), counts('Karl-Heinz Müler')]).toEqual([['k'], { people: 1 }]);
    expect(ids('Müler Jens')).toEqual(['a', 'b', 'c']);
    expect(ids('Petra Jens')).toEqual([]);
  });

  it('of a word in a note finds it, and never one that is gone', async () => {
    const { ids, put, find } = await bookOf(
      person('a', 'Ana', { note: 'Bakes pumpernickel' }),
      person('b', 'Ben'),
    );
    expect([ids('pumpernikel'), find('pumpernikel').like]).toEqual([['a'], ['pumpernickel']]);
    await put(person('a', 'Ana', { note: '' }));
    expect(ids('pumpernikel')).toEqual([]);
  });
});

it.each([
  ['Anna Maria Roth', 'annamaria', 'roth annamar', 'Annamaria Roth'],
  ['Annamaria Roth', 'anna maria', 'Anna Maria Roth', 'roth anna maria'],
  ['Tischlereiweiß GmbH', 'tischlerei weiss', 'Tischlerei Weiß'],
  ['Tischlerei Weiß', 'tischlereiweiss', 'tischlereiweiß', 'weiss tischlerei'],
  ['Carlo De Luca', 'deluca', 'deluc carlo'],
])('finds %s with words as one or as two', async (written, ...typed) => {
  const { ids, find } = await bookOf(person('a', written), person('b', 'Nobody Else'));
  for (const text of typed) {
    expect([text, ids(text)]).toEqual([text, ['a']]);
    expect(plain(find(text).hits[0]!.highlight)).toBe(written);
  }
  expect(find(typed[0]!).hits[0]!.highlight).toContain('\uE000');
});

it.each([
  ['Γιώργος Αθανασίου', 'γιωργος', 'ΑΘΑΝΑΣΙΟΥ', 'αθανασίου γιω'],
  ['Алёна Йовович', 'алена', 'АЛЁНА', 'йовович', 'ЙОВ'],
  ['Nguyễn Thị Ánh', 'nguyen', 'NGUYỄN', 'thi anh', 'ánh'],
  ['محمّد إبراهيم', 'محمد', 'ابراهيم', 'إبراهيم محمد'],
  ['שָׁלוֹם כהן', 'שלום', 'כהן שלום'],
])('finds %s without its accents and in any order', async (written, ...typed) => {
  const { ids } = await bookOf(person('a', written), person('b', 'Nobody Else'));
  for (const text of typed) expect([text, ids(text)]).toEqual([text, ['a']]);
});

describe('what is found first', () => {
  const call = (id: string, person: string, when: number): RecordDoc =>
    record(id, {
      kind: 'call',
      name: 'Call',
      fields: { people: [person], when },
      keys: [person],
      at: when,
    });

  it('are those somebody has dealt with, the latest first; but a name before a note', async () => {
    const { ids, records } = await bookOf(
      ...['s1', 's2', 'old', 'new'].map((id) => person(id, 'Bergmann')),
      person('note', 'Zoe Roth', { note: 'knows Bergmann' }),
      person('noted', 'Ann Roth', { note: 'knows Bergmann' }),
      person('mail', 'Cy', { sets: { emails: items('bergmann@example.com') } }),
    );
    await records.write((tx) => {
      tx.put('moments', [
        call('1', 'old', 1_000),
        call('2', 'new', 2_000),
        call('3', 'noted', 3_000),
      ]);
      return ok(null);
    });
    expect(ids('bergmann')).toEqual(['new', 'old', 's1', 's2', 'mail', 'noted', 'note']);
    expect(ids('bergm').slice(0, 2)).toEqual(['new', 'old']);
    expect(ids('bergmnan').slice(0, 2)).toEqual(['new', 'old']);
  });

  it('are they even where very many share the name, and who came after what is known', async () => {
    const many = Array.from({ length: 40 }, (_, at) => person(`p${at}`, 'Ana Lee'));
    const { find, records, put } = await bookOf(...many);
    await records.write((tx) => {
      tx.put('moments', [call('1', 'p39', 1_000), call('2', 'late', 2_000)]);
      return ok(null);
    });
    await put(person('late', 'Ana Lee'));
    expect(find('ana', 3).hits.map(({ id }) => id)).toEqual(['late', 'p39', 'p0']);
  });

  it('is the newest of what happened', async () => {
    const { store, records } = await bookOf();
    await records.write((tx) => {
      tx.put(
        'moments',
        [1, 2, 3].map((at) => record(`m${at}`, { kind: 'note', note: 'harvest', fields: {}, at })),
      );
      return ok(null);
    });
    const { hits } = searchRecords(store, { text: 'harvest', limit: 2, collections: ['moments'] });
    expect(hits.map(({ id }) => id)).toEqual(['m3', 'm2']);
  });
});
