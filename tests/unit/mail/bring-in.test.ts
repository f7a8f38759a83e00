import { beforeEach, expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import { recordHash } from '../../../src-shared/sync/hash.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { bringIn, planFor } from '../../support/mail/bring-in.ts';
import { mailText } from '../../support/mail/mails.ts';
import { send } from '../../support/records/two-laptops.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

let alice: Replica;
let ana: string;

beforeEach(async () => {
  alice = openReplica('alice');
  ana = await person('Ana', 'ana@x.example');
});

async function person(given: string, email: string, scope: 'team' | 'private' = 'team') {
  const sets = { emails: [{ value: email }] };
  const done = await alice.done({
    type: 'create',
    records: [{ kind: 'person', scope, fields: { given }, sets }],
  });
  return done.ids[0] ?? '';
}

async function messages(): Promise<RecordDoc[]> {
  const all: RecordDoc[] = [];
  for await (const docs of alice.store.scan('moments', { status: 'live' })) all.push(...docs);
  return all.sort((a, b) => a.at - b.at);
}

const many = (count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    mailText({ id: `${at}@x.example`, subject: `No ${at}` }),
  );

test('a mail becomes a message with whom it was, which way it went and its words', async () => {
  const out = mailText({
    id: 'two@own.example',
    from: 'me@OWN.example',
    to: 'Ana <Ana+shop@X.example>, stranger@z.example',
    subject: 'Re: Offer',
    date: 'Tue, 03 Nov 2026 11:15:00 +0100',
    text: 'Yes.\n\nOn Tuesday, Ana wrote:\n> Hello',
    more: ['References: <one@x.example>'],
  });
  expect(await bringIn(alice, [mailText(), out])).toMatchObject({ made: 2, skipped: 0 });
  const [first, second] = await messages();
  expect(first).toMatchObject({
    kind: 'message',
    scope: 'team',
    name: 'Offer',
    at: Date.UTC(2026, 10, 3, 9, 15),
    note: 'Hello, this is the offer.',
    fields: { people: [ana], direction: 'in' },
    origin: { source: { type: 'import', file: 'mail.mbox', row: 1 } },
  });
  expect(second?.fields).toMatchObject({ people: [ana], direction: 'out' });
  expect(second?.fields['thread']).toBe(first?.fields['thread']);
  expect(second?.note).toBe('Yes.');
  expect(second?.fields['quoted']).toContain('> Hello');
});

test('everything that is left out is counted under its reason', async () => {
  const mails = [
    mailText(),
    mailText(),
    mailText({ id: '3', date: 'never' }),
    mailText({ id: '4', date: 'Tue, 03 Nov 2020 11:15:00 +0100' }),
    mailText({ id: '5', more: ['List-Unsubscribe: <mailto:a@b.example>'] }),
    mailText({ id: '6', from: 'info@shop.example' }),
    mailText({ id: '7', from: 'Stan <stan@z.example>' }),
    mailText({ id: '8', from: 'Stan Roe <Stan@z.example>' }),
  ];
  const { plan } = await planFor(alice, mails, { since: '2026-01-01' });
  expect(plan.preview).toMatchObject({
    make: 1,
    skips: { twice: 1, undated: 1, before: 1, newsletter: 1, here: 0, role: 1, unknown: 2 },
    people: [{ id: ana, count: 1 }],
    strangers: [{ address: 'stan@z.example', name: 'Stan Roe', count: 2 }],
  });
  const again = await planFor(alice, mails, {}, ['stan@z.example']);
  expect(again.plan.preview.strangers).toEqual([]);
});

test('whose mail it is shows where one address stands in nearly all of it', async () => {
  const { plan } = await planFor(alice, [...many(3), mailText({ id: 'z', from: 'b@y.example' })], {
    own: undefined as never,
  });
  expect(plan.preview.own).toMatchObject({ addresses: ['me@own.example'], isGuessed: true });
});

test('the same mail a second time makes nothing, in either scope; undone it comes again', async () => {
  const done = await bringIn(alice, [mailText()], { scope: 'private' });
  for (const scope of ['private', 'team'] as const)
    expect((await planFor(alice, [mailText()], { scope })).plan.preview).toMatchObject({
      make: 0,
      skips: { here: 1 },
    });
  await alice.done({ type: 'undo', action: done.action });
  expect(await messages()).toEqual([]);
  await bringIn(alice, [mailText()], { scope: 'private' });
  expect(await messages()).toHaveLength(1);
});

test('whoever moved a mail to the trash does not get it again', async () => {
  await bringIn(alice, [mailText()]);
  const [mail] = await messages();
  await alice.done({ type: 'trash', refs: [{ collection: 'moments', id: mail?.id ?? '' }] });
  expect((await planFor(alice, [mailText()])).plan.makes).toEqual([]);
});

test('an import that was cut off is gone on with, and undone as one', async () => {
  const mails = many(450);
  const first = await bringIn(alice, mails, {}, 200);
  expect(first).toMatchObject({ made: 200, isStopped: true });
  const second = await bringIn(alice, mails);
  expect(second).toMatchObject({ action: first.action, made: 250, isStopped: false });
  expect(await messages()).toHaveLength(450);
  await alice.done({ type: 'undo', action: first.action });
  expect(await messages()).toEqual([]);
  await alice.done({ type: 'redo', action: first.action });
  expect(await messages()).toHaveLength(450);
});

test('a mail kept on this laptop stays when whom it names is shared', async () => {
  const secret = await person('Sam', 'sam@x.example', 'private');
  await bringIn(alice, [mailText({ from: 'sam@x.example' })], { scope: 'private' });
  await bringIn(alice, [mailText({ id: '2', from: 'sam@x.example' })], { scope: 'team' });
  expect((await messages()).map(({ scope }) => scope)).toEqual(['private', 'private']);
  await alice.done({ type: 'share', people: [secret] });
  const scopes = (await messages()).map(({ scope, fields }) => [scope, fields['keep'] ?? '']);
  expect(Object.fromEntries(scopes)).toEqual({ private: 'here', team: '' });
});

test('one that is on this laptop alone is shared as the record that a teammate’s copy is', async () => {
  const bob = openReplica('bob');
  const mail = mailText({ text: 'Yes.' });
  await bringIn(alice, [mail], { scope: 'private' });
  const [kept] = await messages();
  await alice.done({ type: 'share-moment', id: kept?.id ?? '' });
  const [shared, ...others] = await messages();
  expect(others).toEqual([]);
  expect(shared).toMatchObject({ scope: 'team', name: 'Offer', note: 'Yes.', at: kept?.at });
  expect(shared?.fields).not.toHaveProperty('keep');
  expect((await planFor(alice, [mail])).plan.makes).toEqual([]);
  await send(alice, bob, [ana]);
  await bringIn(bob, [mail]);
  expect((await bob.doc('moments', shared?.id ?? '')).note).toBe('Yes.');
});

test('a mail with somebody who is private cannot be shared alone', async () => {
  await person('Sam', 'sam@x.example', 'private');
  await bringIn(alice, [mailText({ from: 'sam@x.example' })], { scope: 'private' });
  const [kept] = await messages();
  const answer = await alice.run({ type: 'share-moment', id: kept?.id ?? '' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'names-private' } });
});

test('the same mail brought in by two teammates is one record on both laptops', async () => {
  const bob = openReplica('bob');
  await send(alice, bob, [ana]);
  const mail = mailText({ from: 'ana@x.example', to: 'me@own.example, bob@own.example' });
  await bringIn(alice, [mail]);
  await bringIn(bob, [mail], { own: ['bob@own.example'] });
  const [own] = await messages();
  const id = own?.id ?? '';
  for (let turn = 0; turn < 2; turn += 1)
    for (const [from, to] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const item = toItem('moments', await from.doc('moments', id));
      if (item === undefined) throw new Error('private');
      const delivery = { device: from.name, items: [item], unreadable: [] };
      expect((await storeDelivery(to.store, delivery, to.context)).ok).toBe(true);
    }
  const [here, there] = [await alice.doc('moments', id), await bob.doc('moments', id)];
  expect(recordHash(here)).toBe(recordHash(there));
  expect(here).toMatchObject({ name: 'Offer', fields: { people: [ana] }, conflicts: [] });
  expect(await messages()).toHaveLength(1);
});
