// Two laptops edit the same people, meeting now and then: whatever value the history of one
// of them tells can be put back, stands there then, and reaches the other.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bookHistory } from '../../src-main/host/book/history/history.ts';
import { createSqliteRecordStore } from '../../src-main/host/book/sqlite/record-store.ts';
import type { HistoryChange } from '../../src-shared/bridge/history-types.ts';
import type { JsonValue, RecordDoc } from '../../src-shared/domain/record.ts';
import type { Change } from '../../src-shared/records/command.ts';
import { restoreValue } from '../../src-shared/records/intents/restore.ts';
import { expectEqual, meet, person, send } from '../support/records/two-laptops.ts';
import { testRuns } from '../support/seeded.ts';
import { tempStore } from '../support/store/store-fixtures.ts';
import { openReplica, type Replica } from '../support/sync/replica.ts';

const who = fc.constantFrom('alice', 'bob');
const text = fc.constantFrom('', 'a', 'b', 'c d');
const step = fc.oneof(
  fc.record({
    type: fc.constant('field' as const),
    who,
    field: fc.constantFrom('given', 'nickname'),
    text,
  }),
  fc.record({
    type: fc.constant('put' as const),
    who,
    set: fc.constantFrom('emails', 'tags'),
    text,
  }),
  fc.record({ type: fc.constant('take' as const), who, set: fc.constantFrom('emails', 'tags') }),
  fc.record({ type: fc.constant('note' as const), who, text }),
  fc.record({ type: fc.constant('undo' as const), who }),
  fc.constant({ type: 'meet' as const }),
);

async function laptop(name: string) {
  const database = tempStore();
  const replica = openReplica(name, await createSqliteRecordStore(database));
  return { replica, history: bookHistory(database, [name]) };
}

async function changeOf(
  replica: Replica,
  id: string,
  one: Exclude<typeof step extends fc.Arbitrary<infer T> ? T : never, { type: 'meet' | 'undo' }>,
): Promise<Change | undefined> {
  const ref = person(id);
  if (one.type === 'field') return { type: 'field', ref, field: one.field, value: one.text };
  if (one.type === 'note') return { type: 'note', ref, text: one.text };
  if (one.type === 'put')
    return { type: 'set-put', ref, set: one.set, item: { value: `${one.text}@example.com` } };
  const [item] = (await replica.doc('people', id)).sets[one.set] ?? [];
  return item === undefined
    ? undefined
    : { type: 'set-remove', ref, set: one.set, itemId: item.id };
}

function standing(doc: RecordDoc, what: string): JsonValue {
  if (what === 'note') return doc.note;
  const [set = '', itemId] = what.split('/');
  if (itemId === undefined) return doc.fields[what] ?? null;
  const found = doc.sets[set]?.find(({ id }) => id === itemId);
  if (found === undefined) return null;
  const { id: _id, ...item } = found;
  return item as unknown as JsonValue;
}

test('any value that the history tells can be put back, here and on the other laptop', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(), async (steps, pick) => {
      const [alice, bob] = await Promise.all([laptop('alice'), laptop('bob')]);
      const made = await alice.replica.done({
        type: 'create',
        records: [{ kind: 'person', fields: { given: 'Ana' }, note: 'n' }],
      });
      const [id = ''] = made.ids;
      const team = { ids: [id], alice: alice.replica, bob: bob.replica };
      await send(alice.replica, bob.replica, [id]);
      for (const one of steps) {
        if (one.type === 'meet') {
          await meet(team);
          continue;
        }
        const { replica } = one.who === 'alice' ? alice : bob;
        if (one.type === 'undo') {
          await replica.run({ type: 'undo' });
          continue;
        }
        const change = await changeOf(replica, id, one);
        if (change !== undefined) await replica.done({ type: 'edit', changes: [change] });
      }
      await meet(team);
      for (const { replica, history } of [alice, bob]) {
        const { lines, begins } = history.of({ id, limit: 500 });
        expect(begins).toBe(0);
        const doc = await replica.doc('people', id);
        expectChained(
          lines.flatMap(({ changes }) => changes),
          doc,
        );
        const told = lines
          .flatMap(({ changes }) => changes)
          .filter(({ what, before }) => canStand(doc, what, before));
        const chosen = told[pick % Math.max(1, told.length)];
        if (chosen === undefined) continue;
        const change = restoreValue(person(id), chosen.what, chosen.before);
        if (change === undefined) continue;
        await replica.done({ type: 'edit', changes: [change] });
        expect(standing(await replica.doc('people', id), chosen.what)).toEqual(chosen.before);
        await meet(team);
        await expectEqual(team);
        expect(standing(await bob.replica.doc('people', id), chosen.what)).toEqual(chosen.before);
      }
    }),
    { numRuns: testRuns(15) },
  );
});

/** Of each value the newest line ends with what stands there, and each begins where the one before ended. */
function expectChained(changes: readonly HistoryChange[], doc: RecordDoc): void {
  const next = new Map<string, JsonValue>();
  for (const { what, before, after } of changes) {
    expect(after).toEqual(next.has(what) ? next.get(what) : standing(doc, what));
    next.set(what, before);
  }
}

/** What counts as the same stands once, as the oldest of them. */
function canStand(doc: RecordDoc, what: string, value: JsonValue): boolean {
  const [set = '', itemId] = what.split('/');
  if (itemId === undefined || value === null) return true;
  const { value: text } = value as { value: string };
  return doc.sets[set]?.some((item) => item.value === text && item.id !== itemId) !== true;
}
