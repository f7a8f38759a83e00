// Finding records by what somebody types.

import { describe, expect, it } from 'vitest';

import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { getRxStorageSqlite } from '../../../src-main/host/book/sqlite/rx-storage.ts';
import { isSearchCurrent } from '../../../src-main/host/book/search/renew.ts';
import { findIds, searchRecords } from '../../../src-main/host/book/search/search.ts';
import type { SearchHit } from '../../../src-shared/bridge/host-types.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { databaseName, openCollections, schemas } from '../../../src-shared/schema/collections.ts';
import { bookOf, items, person } from '../../support/store/search-book.ts';
import { record } from '../../support/store/store-fixtures.ts';

describe('searching', () => {
  it('finds by beginnings of all words, in any order, whatever the case or accents', async () => {
    const { ids } = await bookOf(
      person('a', 'Ána María López'),
      person('b', 'Ana Klein'),
      person('c', 'Øystein Strauß'),
    );
    expect(ids('ana')).toEqual(['a', 'b']);
    expect(ids('lop ANA')).toEqual(['a']);
    expect(ids('maría')).toEqual(['a']);
    expect(ids('Ana\u0301')).toEqual(['a', 'b']);
    expect(ids('øyst strauß')).toEqual(['c']);
    expect(ids('nobody ana')).toEqual([]);
  });

  it.each([
    ['Hans Reß', 'Ress', 'Reß', 'RESS', 'reß'],
    ['Uwe Müller', 'Muller', 'Mueller', 'müller', 'MÜLLER'],
    ['Uwe Mueller', 'Muller', 'Müller', 'mueller'],
    ['Paweł Økland', 'Pawel', 'okland', 'Økland', 'PAWEŁ'],
    ['Işıl Yıldız', 'ışıl', 'isil', 'yildiz', 'YILDIZ', 'IŞIL'],
    ["Sean O'Connor", 'OConnor', 'o’connor', "O'Conn", 'connor'],
    ['Mary OMara', 'O’Mara', "o'mara"],
    ['Jean-Luc Roe', 'jeanluc', 'jean-luc', 'luc'],
    ['أحمد عليّ', 'احمد', 'أحمد', 'علي'],
    ['Κόσμος Παπάς', 'κοσμος', 'ΚΟΣΜΟΣ', 'παπας', 'Κόσμος'],
    ['🦊 Fox Den', '🦊', 'fox', '🦊 den'],
    ['Łucja Ćwik', 'lucja', 'cwik', 'Łucja Ć'],
    ['Þórður Ægir', 'thordur', 'aegir', 'Þórður'],
    ['Søren Åse', 'soren', 'Søren', 'aase', 'ase'],
  ])('finds %s however it is spelt', async (written, ...typed) => {
    const { ids, find } = await bookOf(person('a', written), person('b', 'Nobody Else'));
    for (const text of typed) expect([text, ids(text)]).toEqual([text, ['a']]);
    const shown = find(typed[0]!).hits[0]?.highlight.replaceAll(/[\uE000\uE001]/g, '');
    expect(shown).toBe(written);
  });

  it('gives a book that was made before them the other spellings, once', async () => {
    const { store, ids } = await bookOf(person('a', 'Hans Reß'), person('b', 'Plain Name'));
    const { search } = store.find({
      database: databaseName,
      collection: 'people',
      version: schemas.people.version,
    })!;
    await store.transact(() => {
      store.writer.raw.exec(`DELETE FROM ${search}`);
      store.writer.raw.exec(
        `INSERT INTO ${search} (rowid, name, contact, body) VALUES (1, 'Hans Reß', '', ''), (2, 'Plain Name', '', '')`,
      );
      store.writer.raw.exec(`DELETE FROM facts_state WHERE collection = 'search text'`);
    });
    expect(ids('ress')).toEqual([]);
    await createSqliteRecordStore(store);
    expect([ids('ress'), ids('reß'), ids('plain')]).toEqual([['a'], ['a'], ['b']]);
    expect(isSearchCurrent(store.writer)).toBe(true);
  });

  it('gives a book that was made before them the names of attached files', async () => {
    const hash = 'b'.repeat(64);
    const files = [{ id: '0', value: hash, label: 'Lease 2024.pdf' }];
    const doc = person('a', 'Ana Klein', { sets: { files }, keys: [`file:${hash}`] });
    const { store, ids, find } = await bookOf(doc, person('b', 'Plain Name'));
    const found = find('lease').hits[0];
    expect([found?.id, found?.what]).toEqual(['a', 'files']);
    const { search } = store.find({
      database: databaseName,
      collection: 'people',
      version: schemas.people.version,
    })!;
    await store.transact(() => {
      store.writer.raw.exec(`UPDATE ${search} SET body = '' WHERE rowid = 1`);
      store.writer.raw.exec(`UPDATE facts_state SET sequence = 1 WHERE collection = 'search text'`);
    });
    expect(ids('lease')).toEqual([]);
    await createSqliteRecordStore(store);
    expect([ids('lease'), ids('plain')]).toEqual([['a'], ['b']]);
    expect(isSearchCurrent(store.writer)).toBe(true);
  });

  it('finds by one folding whom a book of an earlier version has under another', async () => {
    const keys = ['tie', 'name:anna groß', 'tag:i\u0307ş', 'email:a@ß.example'];
    const { store, records } = await bookOf(person('a', 'Anna Groß', { keys }));
    const asked = ['name:anna gross', 'tag:iş', 'email:a@ß.example', 'tie', 'name:anna groß'];
    const found = async () => [...(await records.byKeys('people', asked)).keys()].toSorted();
    expect(await found()).toEqual(['email:a@ß.example', 'name:anna groß', 'tie']);
    await store.transact(() => {
      store.writer.raw.exec(`DELETE FROM facts_state WHERE collection = 'folded keys'`);
    });
    await createSqliteRecordStore(store);
    expect(await found()).toEqual(['email:a@ß.example', 'name:anna gross', 'tag:iş', 'tie']);
    const doc = (await records.get('people', ['a'])).get('a');
    expect(doc?.keys).toEqual(['tie', 'name:anna gross', 'tag:iş', 'email:a@ß.example']);
  });

  it('says which field holds the words, and shows them together where they stand in several', async () => {
    const { find } = await bookOf(
      person('a', 'Ana Klein', {
        note: 'Bakes rye',
        sets: { emails: items('ana@bakery.example'), tags: items('Baker') },
      }),
    );
    const first = (text: string) => {
      const { what, highlight } = find(text).hits[0]!;
      return [what, highlight.replaceAll(/[\uE000\uE001]/g, '')];
    };
    expect(first('klein')).toEqual([undefined, 'Ana Klein']);
    expect(first('bakery')).toEqual(['emails', 'ana@bakery.example']);
    expect(first('rye')).toEqual(['note', 'Bakes rye']);
    expect(first('baker rye')[0]).toBe(undefined);
  });

  it('puts names before addresses before notes, and whole words before beginnings', async () => {
    const { ids } = await bookOf(
      person('note', 'One', { note: 'knows Berg' }),
      person('mail', 'Two', { sets: { emails: items('berg@example.com') } }),
      person('begin', 'Bergmann'),
      person('whole', 'Hans Berg'),
    );
    expect(ids('berg')).toEqual(['whole', 'begin', 'mail', 'note']);
  });

  it('finds any part of names in scripts without spaces, and shows them unchanged', async () => {
    const { ids, find } = await bookOf(
      person('jp', '山田太郎'),
      person('ko', '김민수'),
      person('th', 'สมชาย ใจดี'),
    );
    expect(ids('太郎')).toEqual(['jp']);
    expect(ids('田太')).toEqual(['jp']);
    expect(ids('民수')).toEqual([]);
    expect(ids('민수')).toEqual(['ko']);
    expect(ids('ใจดี')).toEqual(['th']);
    expect(find('太郎').hits[0]?.highlight.replaceAll(/[\uE000\uE001]/g, '')).toBe('山田太郎');
  });

  it('finds a family name and a given one written together, in either order', async () => {
    const { ids } = await bookOf(
      person('a', '철수 김', { fields: { given: '철수', family: '김' } }),
      person('b', '김철수'),
      person('c', '太郎 山田', { fields: { given: '太郎', family: '山田' } }),
      person('d', '김영희'),
    );
    expect(ids('김철수').sort()).toEqual(['a', 'b']);
    expect(ids('철수').sort()).toEqual(['a', 'b']);
    expect(ids('山田太郎')).toEqual(['c']);
  });

  it('finds letters inside of a name, where nothing begins so', async () => {
    const { ids, find, store } = await bookOf(
      person('a', 'Marion Roe', { sortKey: 'marion roe' }),
      person('b', 'Bob Müller', { sortKey: 'bob muller', note: 'asked for trolleys' }),
      person('c', 's.FooTrollolo', { sortKey: 's.footrollolo' }),
      person('d', 'Carion Gone', { sortKey: 'carion gone', status: 'trashed' }),
    );
    expect(ids('arion')).toEqual(['a']);
    expect(ids('ARION ro')).toEqual(['a']);
    expect(ids('üller')).toEqual(['b']);
    expect(ids('ollolo')).toEqual(['c']);
    // Somebody has a word that begins so: that is what was meant.
    expect(ids('trol')).toEqual(['b']);
    expect(ids('ri')).toEqual([]);
    expect(ids('arion nobody')).toEqual([]);
    expect(find('arion').more).toBe(false);
    expect(findIds(store, 'people', 'arion')).toEqual(['a']);
  });

  it.each([
    ['+491725550101', '0172', '172', '+49 172', '+49 (0) 172', '0049 172', '555 0101'],
    ['01735550102', '+49 173', '0173', '173'],
    ['+9779841234567', '9841234567', '+977 984'],
  ])('finds the number %s as people write it', async (number, ...typed) => {
    const { ids } = await bookOf(
      person('a', 'A', { keys: [`phone:${number}`], sets: { phones: items(number) } }),
    );
    for (const text of typed) expect([text, ids(text)]).toEqual([text, ['a']]);
  });

  it('finds e-mail addresses by their parts and phone numbers as people write them', async () => {
    const { ids, find } = await bookOf(
      person('a', 'Alice', {
        keys: ['phone:+493012345678'],
        sets: { emails: items('alice.roe@mail.example'), phones: items('+493012345678') },
      }),
      person('b', 'Bob'),
    );
    for (const text of ['alice.roe@mail.example', 'roe@mail', 'mail.exam'])
      expect(ids(text)).toEqual(['a']);
    for (const text of ['+49 30 1234', '030/123456-78', '(030) 1234 5678', '5678', '0049301234']) {
      expect(ids(text)).toEqual(['a']);
    }
    expect(find('5678').hits[0]?.highlight).toBe('+49301234\uE0005678\uE001');
  });

  it('marks what matched', async () => {
    const { find } = await bookOf(person('a', 'Ána López'));
    expect(find('ana lo').hits).toEqual<SearchHit[]>([
      {
        collection: 'people',
        id: 'a',
        kind: 'person',
        name: 'Ána López',
        highlight: '\uE000Ána\uE001 \uE000Ló\uE001pez',
      },
    ]);
  });

  it('says when there is more than asked for', async () => {
    const { find } = await bookOf(...['1', '2', '3'].map((id) => person(id, 'Ana')));
    expect(find('ana', 2)).toMatchObject({ more: true, hits: [{ id: '1' }, { id: '2' }] });
    expect(find('ana', 3).more).toBe(false);
  });

  it.each([
    '"',
    "'",
    '*',
    'a"*',
    '( NEAR',
    'name:',
    'AND',
    'NOT x',
    '^',
    '-',
    '{name} :',
    '\0',
    '\uE000',
    '  ',
    '%_',
    '\uD800',
  ])('takes %j as words and never as syntax', async (text) => {
    const { find } = await bookOf(person('a', 'Alice'));
    const isFound = find(text).hits.length > 0;
    expect(isFound).toBe(text.startsWith('a'));
  });

  it('looks in groups, ties and moments too, or only where asked', async () => {
    const { store, records } = await bookOf(person('p', 'Berg Person'));
    const fields = { name: 'Berg AG' };
    await records.write((tx) => {
      tx.put('groups', [record('g', { kind: 'organisation', name: 'Berg AG', fields })]);
      tx.put('ties', [
        record('t', {
          kind: 'tie',
          name: 'Berg guide',
          fields: { title: 'Berg guide', from: 'p', to: 'g' },
        }),
      ]);
      tx.put('moments', [record('m', { kind: 'note', note: 'Walked up the Berg', fields: {} })]);
      return ok(null);
    });
    const places = (collections?: SearchHit['collection'][]) =>
      searchRecords(store, { text: 'berg', limit: 9, collections }).hits.map((hit) => hit.id);
    expect(places()).toEqual(['p', 'g', 't', 'm']);
    expect(places(['moments', 'groups'])).toEqual(['g', 'm']);
  });
});

describe('the full-text index', () => {
  it('follows every change, and holds live records only', async () => {
    const { ids, put, records } = await bookOf(
      person('a', 'Alice'),
      person('t', 'Trashed', { status: 'trashed' }),
    );
    expect(ids('trashed')).toEqual([]);
    await put(person('a', 'Alice Berg'), person('t', 'Trashed'));
    expect([ids('berg'), ids('trashed')]).toEqual([['a'], ['t']]);
    await put(person('a', 'Alice', { status: 'merged' }));
    expect(ids('alice')).toEqual([]);
    await records.write((tx) => ok(tx.purge('people', ['t'])));
    expect(ids('trashed')).toEqual([]);
  });

  it('follows what RxDB writes itself', async () => {
    const { store, ids, records } = await bookOf(person('a', 'Alice'));
    const window = await openCollections(getRxStorageSqlite(store));
    await window.people.insert(person('b', 'Bertha', { keys: ['tag:x'] }));
    const alice = await window.people.findOne('a').exec();
    await alice?.incrementalPatch({
      fields: { fullName: 'Renamed' },
      sortKey: 'renamed',
      keys: ['tag:x'],
    });
    expect([ids('alice'), ids('renamed'), ids('bertha')]).toEqual([[], ['a'], ['b']]);
    expect(await records.byKeys('people', ['tag:x'])).toEqual(new Map([['tag:x', ['a', 'b']]]));
    await (await window.people.findOne('b').exec())?.remove();
    expect(ids('bertha')).toEqual([]);
    await window.close();
  });

  it('counts what it finds of each collection, a slip forgiven, and stops at a hundred', async () => {
    const many = Array.from({ length: 120 }, (_, at) => person(`z${at}`, `Zoe ${at}`));
    const { counts, records, ids } = await bookOf(person('a', 'Alice'), ...many);
    const fields = { name: 'Alice Acme' };
    const acme = record('acme', { kind: 'organisation', name: fields.name, fields });
    await records.write((tx) => ok(tx.put('groups', [acme])));
    expect(counts('alice')).toEqual({ people: 1, groups: 1 });
    expect(counts('zoe')).toEqual({ people: 100 });
    expect(counts('nobody here')).toEqual({});
    expect(ids('alcie')).toEqual(['a', 'acme']);
    expect(counts('alcie')).toEqual({ people: 1, groups: 1 });
  });

  it('keeps nothing of a write that failed', async () => {
    const { ids, records } = await bookOf();
    await records.write((tx) => {
      tx.put('people', [person('a', 'Alice')]);
      return { ok: false, error: { code: 'cancelled' } };
    });
    expect(ids('alice')).toEqual([]);
  });
});
