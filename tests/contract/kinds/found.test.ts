// What the book's own search must do for every kind that exists.

import { expect, test } from 'vitest';

import { searchRecords } from '../../../src-main/host/book/search/search.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { shownOn } from '../../../src-shared/domain/links.ts';
import { openReplica } from '../../support/sync/replica.ts';
import { sampleRecord } from '../../support/records/sample-content.ts';
import { tempStore } from '../../support/store/store-fixtures.ts';

const withPages = ['people', 'groups'];

test.each([...kinds.values()].map((kind) => [kind.kind, kind] as const))(
  'a %s is found by its words exactly if its declaration says so, and leads to a page',
  async (name, kind) => {
    const store = tempStore();
    const replica = openReplica('alice', await createSqliteRecordStore(store));
    const create = async (record: object): Promise<string> =>
      (await replica.done({ type: 'create', records: [record as never] })).ids[0] ?? '';
    const ana = await create({ kind: 'person', fields: { given: 'Ana' } });
    const shop = await create({ kind: 'organisation', fields: { name: 'Shop' } });
    const id = await create(sampleRecord(kind, { people: ana, groups: shop }));
    const found = searchRecords(store, { text: `words of a ${name}`, limit: 20 }).hits;
    expect(found.map((hit) => hit.id)).toEqual(kind.isFound ? [id] : []);
    const doc = await replica.doc(kind.collection, id);
    const on = withPages.includes(kind.collection) ? undefined : shownOn(kind, doc);
    expect(found.map((hit) => hit.on)).toEqual(kind.isFound ? [on] : []);
    await replica.done({ type: 'trash', refs: [{ collection: kind.collection as 'people', id }] });
    expect(searchRecords(store, { text: `words of a ${name}`, limit: 20 }).hits).toEqual([]);
  },
);
