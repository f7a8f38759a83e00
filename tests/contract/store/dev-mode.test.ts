// RxDB's dev-mode checks schemas and queries and freezes documents: it must find
// nothing wrong with ours, over our storage.

import { addRxPlugin } from 'rxdb';
import { RxDBDevModePlugin, disableWarnings } from 'rxdb/plugins/dev-mode';
import { wrappedValidateIsMyJsonValidStorage } from 'rxdb/plugins/validate-is-my-json-valid';
import { expect, it } from 'vitest';

import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { getRxStorageSqlite } from '../../../src-main/host/book/sqlite/rx-storage.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { openCollections } from '../../../src-shared/schema/collections.ts';
import { record, tempStore } from '../../support/store/store-fixtures.ts';

disableWarnings();
addRxPlugin(RxDBDevModePlugin);

it('has nothing against the collections, their documents and their queries', async () => {
  const store = tempStore();
  const records = await createSqliteRecordStore(store);
  const storage = wrappedValidateIsMyJsonValidStorage({ storage: getRxStorageSqlite(store) });
  const window = await openCollections(storage);
  const item = { id: '0', value: 'a@b.example', label: 'work', more: { raw: 'A@b.example' } };
  const full = record('a', {
    sets: { emails: [item] },
    keys: ['email:a@b.example'],
    state: 'AAA=',
    note: 'n',
  });
  await window.people.insert(full);
  await window.people.insert(record('b'));
  await records.write((tx) =>
    ok(tx.put('moments', [record('m', { kind: 'call', at: -1e12, keys: ['a'] })])),
  );
  const people = await window.people
    .find({
      selector: { status: 'live', keys: { $elemMatch: { $eq: 'email:a@b.example' } } },
      sort: [{ sortKey: 'desc' }],
      limit: 10,
    })
    .exec();
  expect(people.map((doc) => doc.toMutableJSON())).toEqual([full]);
  await people[0]?.incrementalPatch({ name: 'Renamed' });
  const timeline = window.moments.find({
    selector: { status: 'live', keys: { $in: ['a'] } },
    sort: [{ at: 'desc' }],
  });
  expect((await timeline.exec()).length).toBe(1);
  expect(await window.people.count({ selector: { status: 'live' } }).exec()).toBe(2);
  await window.close();
});
