// How long the history is kept, and what it makes of clocks that are wrong.

import { expect, test } from 'vitest';

import { bookHistory } from '../../../src-main/host/book/history/history.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { person } from '../../support/records/two-laptops.ts';
import { tempStore } from '../../support/store/store-fixtures.ts';
import { openReplica } from '../../support/sync/replica.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);

async function laptop() {
  let now = start;
  const clock = () => now;
  const database = tempStore();
  const store = await createSqliteRecordStore(database, undefined, clock);
  const replica = openReplica('alice', store);
  replica.context.now = clock;
  const { ids } = await replica.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given: 'v0', family: 'f0' } }],
  });
  const [id = ''] = ids;
  return {
    id,
    history: bookHistory(database, ['alice'], clock),
    at: (time: number) => {
      now = time;
    },
    write: (field: string, value: string) =>
      replica.done({ type: 'edit', changes: [{ type: 'field', ref: person(id), field, value }] }),
  };
}

test('ninety days are kept whole; of what is older each value keeps its last ten changes and the first', async () => {
  const { id, history, at, write } = await laptop();
  for (let turn = 1; turn <= 30; turn++) {
    at(start + turn * dayMs);
    await write('given', `v${turn}`);
  }
  await write('family', 'f1');
  const valuesOf = (field: string): unknown[] =>
    history
      .of({ id, limit: 500 })
      .lines.flatMap(({ changes }) => changes)
      .filter(({ what }) => what === field)
      .map(({ before }) => before);
  at(start + 80 * dayMs);
  await history.trim(90);
  expect(valuesOf('given').length).toBe(30);
  expect(history.size().begins).toBe(0);
  at(start + 300 * dayMs);
  await write('given', 'last');
  await history.trim(90);
  expect(valuesOf('given')).toEqual([
    ...Array.from({ length: 10 }, (_, turn) => `v${30 - turn}`),
    'v0',
  ]);
  expect(valuesOf('family')).toEqual(['f0']);
  // From then on it is whole again.
  expect(history.size().begins).toBe(start + 210 * dayMs);
  await history.trim(90);
  expect(valuesOf('given').length).toBe(11);
});

test('a clock that is years wrong changes no order, and is said', async () => {
  const { id, history, at, write } = await laptop();
  at(start + dayMs);
  await write('given', 'first');
  at(start + 3_650 * dayMs);
  await write('given', 'in years');
  at(start + 2 * dayMs);
  await write('given', 'now');
  const { lines } = history.of({ id, limit: 10 });
  expect(lines.map(({ changes, action }) => [changes[0]?.after, action.isUnsure])).toEqual([
    ['now', false],
    ['in years', true],
    ['first', false],
  ]);
  at(start - 3_650 * dayMs);
  await write('given', 'long ago');
  at(start + 3 * dayMs);
  const [newest] = history.of({ id, limit: 1 }).lines;
  expect(newest?.changes[0]?.after).toBe('long ago');
  expect(history.of({ id, limit: 10 }).lines.map(({ action }) => action.isUnsure)).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('very many actions are told page by page, the newest first', async () => {
  const { history, at, write } = await laptop();
  for (let turn = 1; turn <= 250; turn++) {
    at(start + turn * 1_000);
    await write('given', `v${turn}`);
  }
  const first = history.actions({ whose: 'mine', since: 0, limit: 100 });
  expect([first.actions.length, first.isMore]).toEqual([100, true]);
  const before = first.actions.at(-1)?.n;
  const next = history.actions({ whose: 'mine', since: 0, limit: 100, before });
  expect(next.actions[0]?.at).toBe(start + 150 * 1_000);
  expect(history.actions({ whose: 'others', since: 0, limit: 10 }).actions).toEqual([]);
});

test('how much is kept whole is the owner’s, and what less would take is known before', async () => {
  const { history, at, write } = await laptop();
  for (let turn = 1; turn <= 30; turn++) {
    at(start + turn * dayMs);
    await write('given', `v${turn}`);
  }
  at(start + 70 * dayMs);
  const counts = await Promise.all([0, 365, 90, 30].map((days) => history.countTrim(days)));
  expect(counts).toEqual([0, 0, 0, 19]);
  await history.trim(0);
  expect(history.size().changes).toBe(30);
  await history.trim(30);
  expect(history.size().changes).toBe(11);
  expect(await history.countTrim(30)).toBe(0);
});
