// What an action was about is read after it: the main record first, its people by name.

import { expect, test } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import { toldOf } from '../../../src-shared/records/told.ts';
import { openReplica } from '../../support/sync/replica.ts';

test('a new person is told without the role that came along; a call by whom it was with', async () => {
  const alice = openReplica('alice');
  const tell = (of: { ids: readonly string[]; count: number }) => toldOf(alice.store, of, kinds);
  const made = await alice.done({
    type: 'create',
    records: [
      { id: 'role', kind: 'tie', fields: { type: 'role', from: 'ana', to: 'weiss' } },
      { id: 'ana', kind: 'person', fields: { given: 'Ana' } },
      { id: 'weiss', kind: 'organisation', fields: { name: 'Weiss' } },
    ],
  });
  expect(await tell(made)).toMatchObject({ shown: [{ name: 'Ana' }, { name: 'Weiss' }], count: 2 });
  const called = await alice.done({
    type: 'create',
    records: [{ id: 'call', kind: 'call', fields: { people: ['ana'], title: 'Prices' } }],
  });
  expect((await tell(called)).shown).toEqual([{ kind: 'call', name: 'Prices', about: ['Ana'] }]);
  const undone = await alice.done({ type: 'undo' });
  expect((await tell(undone)).shown).toEqual([{ kind: 'call', name: 'Prices', about: ['Ana'] }]);
  const pinned = await alice.done({
    type: 'create',
    records: [{ kind: 'today-mark', fields: { about: 'ana', row: 'r', says: 'pinned', at: 1 } }],
  });
  expect((await tell(pinned)).shown).toMatchObject([{ about: ['Ana'], state: 'pinned' }]);
});

test('many people are told as so many people', async () => {
  const alice = openReplica('alice');
  const records = Array.from({ length: 5 }, (_, at) => ({
    kind: 'person',
    fields: { given: `P${at}` },
  }));
  const made = await alice.done({ type: 'create', records });
  expect(await toldOf(alice.store, made, kinds)).toMatchObject({ count: 5, of: 'people' });
});
