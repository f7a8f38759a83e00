// A private field is asked for, counted, found, changed in bulk and kept in a backup like any other
// field, on the laptop that has it: by a host as windows ask it.

import { expect, onTestFinished, test } from 'vitest';

import { ownKey } from '../../../src-shared/domain/own-values.ts';
import { defineField } from '../../../src-shared/records/intents/own-fields.ts';
import { openPlainHost } from '../../support/network/host-pair.ts';

const here = { zone: 'Europe/Berlin', weekStart: 1 as const };
const all = { offset: 0, limit: 100 };
const of = { collection: 'people', kind: 'person' } as const;

async function open() {
  const { ask, close } = await openPlainHost('10.0.0.1');
  onTestFinished(close);
  const define = defineField({ label: 'Worries', kind: 'person', type: 'text', isPrivate: true });
  const made = await ask('command.run', {
    command: { type: 'create', records: [{ kind: 'person', fields: { given: 'Ana' } }, define] },
  });
  const [ana = '', field = ''] = made.ids;
  const key = ownKey({ id: field, isPrivate: true });
  const person = (given: string, worry: string) => ({
    kind: 'person',
    fields: { given, [key]: worry },
  });
  const others = await ask('command.run', {
    command: {
      type: 'create',
      records: [person('Ben', 'Rent'), person('Cid', 'rent'), person('Dora', 'Zebras')],
    },
  });
  const ids = [ana, ...others.ids];
  const names = async (view: object): Promise<string[]> => {
    const found = await ask('view.ids', { ...here, ...all, view: { of: 'people', ...view } });
    expect(found.marks).toEqual([]);
    return found.ids.map((id) => ['Ana', 'Ben', 'Cid', 'Dora'][ids.indexOf(id)] ?? id);
  };
  return { ask, ids, key, names };
}

test('people are filtered, sorted, grouped and counted by it, and found by its words', async () => {
  const { ask, ids, key, names } = await open();
  const asks = (op: string, arg?: string) => ({
    conditions: { field: key, op, ...(arg === undefined ? {} : { arg }) },
  });
  expect((await names(asks('contains', 'RENT'))).toSorted()).toEqual(['Ben', 'Cid']);
  expect(await names(asks('isEmpty'))).toEqual(['Ana']);
  const sorted = await names({ sorts: [{ field: key, order: 'desc' }] });
  expect(sorted.filter((name) => name !== 'Ana')).toEqual([
    'Dora',
    expect.any(String),
    expect.any(String),
  ]);
  const view = { of: 'people', groupBy: [{ field: key }] };
  const { groups } = await ask('view.groups', { ...here, view });
  expect(groups.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
  const { feet } = await ask('view.feet', { ...here, view: { of: 'people' }, fields: [key] });
  expect(feet[key]).toMatchObject([{ count: 4, filled: 3, distinct: 3 }]);
  const found = await ask('search.people', {
    ...here,
    view: { of: 'people' },
    text: 'zebras',
    byView: false,
    limit: 10,
  });
  expect(found.people.map(({ id }) => id)).toEqual([ids[3]]);
});

test('it is changed in bulk as one step, which one undo takes back, and is there after a restore', async () => {
  const { ask, ids, key, names } = await open();
  const worried = (worry: string) => names({ conditions: { field: key, op: 'is', arg: worry } });
  const reader = { language: 'en', country: 'DE' };
  const { bulk } = await ask('bulk.open', { of, ids });
  const edit = { type: 'set', field: key, value: 'Nothing', isOnlyEmpty: false } as const;
  const preview = await ask('bulk.preview', { bulk, edit, ...reader });
  expect([preview.changes, preview.refused]).toEqual([4, []]);
  const done = await ask('bulk.run', { bulk });
  expect(await worried('Nothing')).toEqual(['Ana', 'Ben', 'Cid', 'Dora']);
  await ask('command.run', { command: { type: 'undo', action: done.action } });
  expect(await worried('Nothing')).toEqual([]);
  expect(await worried('Zebras')).toEqual(['Dora']);

  const { name } = await ask('backup.make', {});
  await ask('command.run', {
    command: {
      type: 'edit',
      changes: [
        {
          type: 'field',
          ref: { collection: 'people', id: ids[3] ?? '' },
          field: key,
          value: 'Lions',
        },
      ],
    },
  });
  expect(await worried('Lions')).toEqual(['Dora']);
  await ask('backup.restore', { name });
  expect(await worried('Zebras')).toEqual(['Dora']);
});
