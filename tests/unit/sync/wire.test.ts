import { expect, test } from 'vitest';

import { encodeLinkMessage } from '../../../src-main/host/team/links/link-codec.ts';
import { parseMessage } from '../../../src-shared/sync/messages.ts';
import { openReplica } from '../../support/sync/replica.ts';
import { openSyncNet } from '../../support/sync/sync-net.ts';

const calm = () => 0;
const person = {
  kind: 'person',
  fields: { given: 'Ada', family: 'Lovelace', birthday: '1815-12-10', nickname: 'Countess' },
  sets: {
    emails: [
      { value: 'ada@example.com', label: 'work' },
      { value: 'ada@example.org', label: 'home' },
    ],
    phones: [{ value: '+44 20 7946 0000', label: 'work' }],
    addresses: [
      {
        value: '12 St James Square, London',
        more: { street: '12 St James Square', city: 'London' },
      },
    ],
    tags: [{ value: 'customer' }, { value: 'advocate' }],
  },
  note: 'Wrote the first programme, and a note on the note. '.repeat(20),
};

test('one changed field of a well-filled person costs less than a kilobyte on the wire', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const { ids } = await alice.done({ type: 'create', records: [person] });
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  await net.settle();
  for (const value of ['Enchantress', 'of Numbers', 'A.L.']) {
    net.spoken.length = 0;
    const ref = { collection: 'people' as const, id: ids[0]! };
    await alice.done({ type: 'edit', changes: [{ type: 'field', ref, field: 'nickname', value }] });
    await net.rest();
    const bytes = net.spoken.map(
      (text) => encodeLinkMessage(parseMessage(JSON.parse(text))!).length,
    );
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_024);
    expect((await bob.doc('people', ids[0]!)).fields['nickname']).toBe(value);
  }
});

test('edits of a record that the other has lost are followed by the whole record', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const { ids } = await alice.done({ type: 'create', records: [person] });
  const net = openSyncNet([alice, bob], calm);
  net.connect(0, 1);
  await net.settle();
  await bob.store.write((tx) => {
    tx.purge('people', ids);
    return { ok: true, value: null };
  });
  const ref = { collection: 'people' as const, id: ids[0]! };
  await alice.done({ type: 'edit', changes: [{ type: 'field', ref, field: 'given', value: 'A' }] });
  await net.rest();
  expect((await bob.doc('people', ids[0]!)).fields).toMatchObject({
    given: 'A',
    family: 'Lovelace',
  });
});
