// Writing values of a simple record writes bytes without opening a Yjs document. They
// must be the ones that Yjs would have written, and so must the row.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import type { JsonValue, RecordDoc } from '../../../src-shared/domain/record.ts';
import { fromBase64, toBase64 } from '../../../src-shared/records/base64.ts';
import type { Change } from '../../../src-shared/records/command.ts';
import { contentOf, headOf, makeRecord } from '../../../src-shared/records/content.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import { editRecord } from '../../../src-shared/records/edit.ts';
import { mergeRecord } from '../../../src-shared/records/merge.ts';
import { planChanges } from '../../../src-shared/records/plan-changes.ts';
import { openFlat } from '../../../src-shared/records/flat-state.ts';
import { openState, readContent } from '../../../src-shared/records/state.ts';
import { readerOf } from '../../../src-shared/records/state-reader.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { openReplica } from '../../support/sync/replica.ts';
import { testRuns } from '../../support/seeded.ts';

const words = fc.oneof(
  fc.constantFrom('', 'a', 'vip', 'VIP', 'Łódź', '王', '𝒳y', 'x'.repeat(200)),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const given = fc.constantFrom('given', 'family', 'nickname', 'birthday', 'gender', 'trashedAt');
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  words,
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.record({ b: words, a: fc.array(fc.boolean(), { maxLength: 2 }) }, { noNullPrototype: true }),
);
const setName = fc.constantFrom('tags', 'emails', 'phones', 'feeds', 'buckets', 'custom');
const item = fc.record(
  {
    value: words,
    label: words,
    more: fc.record({ z: words, b: words }, { noNullPrototype: true }),
  },
  { requiredKeys: ['value'], noNullPrototype: true },
);
const note = fc.array(words, { maxLength: 3 }).map((lines) => lines.join('\n'));
const record = fc.record({
  kind: fc.constantFrom('person', 'group', 'note', 'promise', 'role', 'unheard-of'),
  fields: fc.dictionary(given, words, { maxKeys: 3, noNullPrototype: true }),
  sets: fc.dictionary(setName, fc.array(item, { maxLength: 3 }), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  note,
});

type Step = { who: number; makeChange: (doc: RecordDoc) => Change[] };
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  makeChange: fc.oneof(
    { weight: 4, arbitrary: fc.tuple(setName, item).map(put) },
    { weight: 3, arbitrary: fc.tuple(given, value).map(write) },
    { weight: 2, arbitrary: setName.map(takeOut) },
    { weight: 2, arbitrary: fc.tuple(setName, item).map(putAgain) },
    {
      weight: 1,
      arbitrary: note.map((text) => (doc: RecordDoc) => [
        { type: 'note' as const, ref: refOf(doc), text },
      ]),
    },
  ),
});

const refOf = ({ id }: RecordDoc) => ({ collection: 'people' as const, id });

function put([set, one]: [string, { value: string }]) {
  return (doc: RecordDoc): Change[] => [{ type: 'set-put', ref: refOf(doc), set, item: one }];
}

function write([field, to]: [string, JsonValue]) {
  return (doc: RecordDoc): Change[] => [
    { type: 'field', ref: refOf(doc), field, value: to },
    { type: 'field', ref: refOf(doc), field: `${field}2`, value: to },
  ];
}

function takeOut(set: string) {
  return (doc: RecordDoc): Change[] => {
    const itemId = doc.sets[set]?.[0]?.id;
    return itemId === undefined ? [] : [{ type: 'set-remove', ref: refOf(doc), set, itemId }];
  };
}

/** In place of what is there, or under an id that was taken out before. */
function putAgain([set, one]: [string, { value: string }]) {
  return (doc: RecordDoc): Change[] => {
    const id = doc.sets[set]?.[0]?.id ?? 'g0';
    return [{ type: 'set-put', ref: refOf(doc), set, item: { ...one, id } }];
  };
}

/** Clock and ids that begin again each time, so that an edit can be made twice. */
function contextOf(who: number, turn: number): CommandContext {
  const { context } = openReplica(`laptop ${who}`);
  let ids = 0;
  let time = 1_700_000_000_000 + turn * 1_000;
  return {
    ...context,
    yjsClientId: 1_000 + ((who * 7_919) % 3),
    now: () => (time += 1),
    newId: () => `new ${turn} ${(ids += 1)}`,
  };
}

test('whether a document was opened for an edit cannot be told from what it wrote', () => {
  fc.assert(
    fc.property(record, fc.array(step, { maxLength: 6 }), (made, steps) => {
      let doc = makeRecord(made, contextOf(0, 0));
      for (const [turn, { who, makeChange }] of steps.entries()) {
        const changes = makeChange(doc);
        const edit = (extra: boolean) => {
          const context = contextOf(who, turn + 1);
          const plan = planChanges(changes, context);
          return editRecord(
            doc,
            // Settling a conflict that is not there changes nothing, but conflicts are Yjs's business.
            (state, old) => [
              ...plan(state, old),
              ...(extra ? [{ what: 'conflict:none', value: null }] : []),
            ],
            context,
          );
        };
        const [quick, slow] = [edit(false), edit(true)];
        expect(JSON.stringify(quick)).toBe(JSON.stringify(slow));
        if (quick.ok) doc = quick.value.doc;
      }
    }),
    { numRuns: testRuns(300) },
  );
});

test('nor once others have edited the same record apart', () => {
  const edits = fc.array(step, { maxLength: 4 });
  fc.assert(
    fc.property(record, edits, edits, edits, (made, before, here, elsewhere) => {
      let turn = 0;
      const after = (doc: RecordDoc, steps: readonly Step[], isOpened = false): RecordDoc =>
        steps.reduce((edited, { who, makeChange }) => {
          const context = contextOf(who, (turn += 1));
          const plan = planChanges(makeChange(edited), context);
          const opened = isOpened ? [{ what: 'conflict:none', value: null }] : [];
          const done = editRecord(edited, (...asked) => [...plan(...asked), ...opened], context);
          return done.ok ? done.value.doc : edited;
        }, doc);
      const common = after(makeRecord(made, contextOf(0, 0)), before);
      const [mine, theirs] = [after(common, here), after(common, elsewhere)];
      if (theirs.state === undefined) return;
      const merged = mergeRecord(mine.id, mine, fromBase64(theirs.state), contextOf(0, 90));
      if (!merged.ok) return;
      const { doc } = merged.value;
      turn = 100;
      const quick = after(doc, here);
      turn = 100;
      const slow = after(doc, here, true);
      expect(JSON.stringify(quick)).toBe(JSON.stringify(slow));
    }),
    { numRuns: testRuns(300) },
  );
});

test('a state read from its bytes says what Yjs says, and comes out as it went in', () => {
  fc.assert(
    fc.property(record, fc.array(step, { maxLength: 6 }), (made, steps) => {
      let doc = makeRecord(made, contextOf(0, 0));
      for (const [turn, { who, makeChange }] of steps.entries()) {
        const context = contextOf(who, turn + 1);
        const edited = editRecord(doc, planChanges(makeChange(doc), context), context);
        if (edited.ok) doc = edited.value.doc;
        const flat = openFlat(doc);
        if (flat === undefined) continue;
        const opened = openState(doc, headOf(doc), contentOf(doc));
        const bytes = toBase64(Y.encodeStateAsUpdate(opened));
        expect(flat.text()).toBe(bytes);
        const kind = kinds.get(doc.kind);
        expect(JSON.stringify(readContent(flat.reader, kind))).toBe(
          JSON.stringify(readContent(readerOf(opened), kind)),
        );
        for (const set of Object.keys(doc.sets))
          expect([...flat.reader.map(`set:${set}`).entries()]).toEqual([
            ...readerOf(opened).map(`set:${set}`).entries(),
          ]);
      }
    }),
    { numRuns: testRuns(300) },
  );
});

test('most edits of many records need no document', () => {
  const doc = makeRecord(
    {
      kind: 'person',
      fields: { given: 'Jane' },
      sets: { tags: [{ value: 'vip' }] },
      note: 'a\n\nb',
    },
    contextOf(0, 0),
  );
  expect(openFlat(doc)).toBeDefined();
  const context = contextOf(1, 1);
  const plan = planChanges(put(['tags', { value: 'new' }])(doc), context);
  const tagged = editRecord(doc, plan, context);
  expect(tagged.ok && openFlat(tagged.value.doc) !== undefined).toBe(true);
  expect(tagged.ok && fromBase64(tagged.value.doc.state ?? '').length).toBeGreaterThan(0);
  if (!tagged.ok) return;
  // Nor does what takes the place of something, nor taking that back.
  const other = contextOf(1, 2);
  const renamed = editRecord(tagged.value.doc, () => [{ what: 'given', value: 'Ann' }], other);
  const back = editRecord(
    renamed.ok ? renamed.value.doc : doc,
    () => [
      { what: 'given', value: 'Jane' },
      { what: tagged.value.written[0]?.what ?? '', value: null },
    ],
    other,
  );
  expect(back.ok && openFlat(back.value.doc) !== undefined).toBe(true);
  expect(back.ok && back.value.doc.fields).toEqual(doc.fields);
  expect(back.ok && back.value.doc.sets).toEqual(doc.sets);
  // However often it is taken back and done again.
  if (!back.ok) return;
  const { what, after } = tagged.value.written[0]!;
  let turned = back.value.doc;
  for (let turn = 0; turn < 4; turn++)
    for (const value of [after, null]) {
      const done = editRecord(turned, () => [{ what, value }], contextOf(1, 3 + turn));
      if (done.ok) turned = done.value.doc;
      expect(openFlat(turned)).toBeDefined();
    }
});
