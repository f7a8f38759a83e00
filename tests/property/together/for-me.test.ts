// What is for whom is worked out where it is read, from the comments that are there, in
// whatever order and however late they came.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { comment } from '../../../src-shared/domain/comment.ts';
import type { RecordDoc, RecordId } from '../../../src-shared/domain/record.ts';
import { forMe, type Notice } from '../../../src-shared/together/for-me.ts';

const devices = ['ana', 'ben', 'cem'];
const records = ['r1', 'r2', 'r3'];
const ids = Array.from({ length: 12 }, (_, at) => `c${at}`);

type Said = { by: string; on: string; at: number; mentions: string[]; replyTo?: string };

const said = fc.record(
  {
    by: fc.constantFrom(...devices),
    on: fc.constantFrom(...records),
    at: fc.integer({ min: 1, max: 20 }),
    mentions: fc.uniqueArray(fc.constantFrom(...devices, 'team'), { maxLength: 3 }),
    replyTo: fc.constantFrom(...ids),
  },
  { requiredKeys: ['by', 'on', 'at', 'mentions'] },
);

const docOf = ({ by, on, at, mentions, replyTo }: Said, index: number): RecordDoc => ({
  id: (ids[index] ?? '') as RecordId,
  kind: comment.kind,
  status: 'live',
  scope: 'team',
  name: '',
  sortKey: '',
  keys: [],
  at,
  createdAt: at,
  updatedAt: at,
  fields: { on, when: at, ...(replyTo === undefined ? {} : { replyTo }) },
  sets: { mentions: mentions.map((value) => ({ id: value, value })) },
  note: 'x',
  origin: { at, by, device: by, source: { type: 'typed' } },
  stamps: {},
  conflicts: [],
});

const thread = fc.array(said, { minLength: 1, maxLength: ids.length }).map((all) => all.map(docOf));
const made = new Map(records.map((id, at) => [id, devices[at] ?? '']));
const readerOf = (device: string, notices: ReadonlyMap<string, Notice> = new Map()) => ({
  devices: new Set([device]),
  follows: new Map<string, boolean>(),
  notices,
});

test('the order in which comments came changes nothing, and nobody is told of their own', () => {
  fc.assert(
    fc.property(
      thread,
      fc.constantFrom(...devices),
      fc.infiniteStream(fc.nat()),
      (docs, who, n) => {
        const told = forMe(docs, made, readerOf(who), 100);
        const mixed = docs
          .map((doc) => ({ doc, key: n.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ doc }) => doc);
        expect(forMe(mixed, made, readerOf(who), 100)).toEqual(told);
        const own = new Set(docs.filter(({ origin }) => origin.device === who).map(({ id }) => id));
        expect(told.filter(({ id }) => own.has(id as RecordId))).toEqual([]);
      },
    ),
  );
});

test('whoever is mentioned is told, each comment once, and what is done stays done', () => {
  fc.assert(
    fc.property(thread, fc.constantFrom(...devices), (docs, who) => {
      const told = forMe(docs, made, readerOf(who), 100);
      const called = docs.filter(
        ({ sets, origin }) =>
          origin.device !== who && sets['mentions']?.some(({ value }) => value === who) === true,
      );
      const mentions = told.filter(({ why }) => why === 'mention').map(({ id }) => id);
      expect(mentions.toSorted()).toEqual(called.map(({ id }) => id as string).toSorted());
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
      const notices = new Map(
        told.map(({ id, why }) => [id, { state: 'done' as const, why }] as const),
      );
      const after = forMe(docs, made, readerOf(who, notices), 100);
      expect(after.map(({ state }) => state)).toEqual(told.map(() => 'done'));
    }),
  );
});

const one = (more: Partial<Said> = {}, at = 0): RecordDoc =>
  docOf({ by: 'ana', on: 'r3', at: 5, mentions: [], ...more }, at);

test('a mention that is added after the comment was read is new again', () => {
  const read = new Map([['c0', { state: 'done' as const, why: 'following' }]]);
  const reader = { ...readerOf('ben', read), follows: new Map([['r3', true]]) };
  expect(forMe([one()], made, reader, 9)[0]?.state).toBe('done');
  expect(forMe([one({ mentions: ['ben'] })], made, reader, 9)[0]).toMatchObject({
    state: 'open',
    why: 'mention',
  });
});

test('what is put off comes back at its time', () => {
  const later = new Map([['c0', { state: 'later' as const, why: 'mention', until: 50 }]]);
  const at = (now: number) =>
    forMe([one({ mentions: ['ben'] })], made, readerOf('ben', later), now)[0];
  expect(at(49)).toMatchObject({ state: 'later', until: 50 });
  expect(at(50)).toMatchObject({ state: 'open' });
});

test('it is said when somebody else has answered meanwhile, not when the reader has', () => {
  const asked = one({ mentions: ['ben', 'cem'] });
  const byCem = one({ by: 'cem', at: 7 }, 1);
  const byBen = one({ by: 'ben', at: 8 }, 2);
  const first = (docs: RecordDoc[]) =>
    forMe(docs, made, readerOf('ben'), 9).find(({ id }) => id === 'c0');
  expect(first([asked, byCem])?.answeredBy).toEqual({ by: 'cem', device: 'cem', at: 7 });
  expect(first([asked, byCem, byBen])?.answeredBy).toBeUndefined();
});

test('the bell silences a record, but not somebody who calls by name', () => {
  const reader = { ...readerOf('cem'), follows: new Map([['r3', false]]) };
  const docs = [one(), one({ mentions: ['cem'] }, 1), one({ mentions: ['team'] }, 2)];
  expect(forMe(docs, made, reader, 9).map(({ id, why }) => `${id} ${why}`)).toEqual([
    'c1 mention',
    'c2 team',
  ]);
});

test('what was removed is for nobody and answers nobody, but an answer to it keeps its sense', () => {
  const gone = (doc: RecordDoc): RecordDoc => ({
    ...doc,
    note: '',
    fields: { ...doc.fields, removed: 9 },
  });
  const told = (docs: RecordDoc[], who: string) => forMe(docs, made, readerOf(who), 9);
  const asked = one({ mentions: ['ben'] });
  expect(told([gone(asked)], 'ben')).toEqual([]);
  const byCem = one({ by: 'cem', at: 7 }, 1);
  expect(told([asked, gone(byCem)], 'ben')[0]?.answeredBy).toBeUndefined();
  const answer = one({ by: 'ben', at: 7, replyTo: 'c0' }, 1);
  expect(told([gone(asked), answer], 'ana')).toMatchObject([{ id: 'c1', why: 'answer' }]);
});
