// Chats brought into the book: who is meant is said, not guessed, and a chat that went on goes on.

import { beforeEach, expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { bringIn, planFor } from '../../support/mail/bring-in.ts';
import { whatsAppDays } from '../../support/mail/chats.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

let alice: Replica;
let ana: string;

beforeEach(async () => {
  alice = openReplica('alice');
  ana = await person('Ana', 'Roe');
});

async function person(given: string, family: string, phone?: string): Promise<string> {
  const sets = phone === undefined ? {} : { phones: [{ value: phone }] };
  const done = await alice.done({
    type: 'create',
    records: [{ kind: 'person', scope: 'team', fields: { given, family }, sets }],
  });
  return done.ids[0] ?? '';
}

async function messages(): Promise<RecordDoc[]> {
  const all: RecordDoc[] = [];
  for await (const docs of alice.store.scan('moments', { status: 'live' })) all.push(...docs);
  return all.sort((a, b) => a.at - b.at);
}

const chat = [
  '03.11.26, 10:15 - Ana Roe: Hi',
  '03.11.26, 10:16 - Me: Hello',
  '04.11.26, 08:00 - Ana Roe: Morning',
].join('\n');
const who = (): { who: { [address: string]: string } } => ({ who: { 'name:Ana Roe': ana } });

test('whom a chat only names is asked for, then one message a day comes in', async () => {
  const { plan } = await planFor(alice, whatsAppDays(chat));
  expect(plan.preview).toMatchObject({
    make: 0,
    skips: { unknown: 2 },
    perhaps: [{ address: 'name:ana roe', name: 'Ana Roe', count: 2, people: [ana] }],
    strangers: [],
  });
  expect(await bringIn(alice, whatsAppDays(chat), who())).toMatchObject({ made: 2, skipped: 0 });
  const [first, second] = await messages();
  expect(first).toMatchObject({
    kind: 'message',
    at: Date.UTC(2026, 10, 3, 10, 15),
    note: '10:15 Ana Roe: Hi\n10:16 → Hello',
    fields: { people: [ana], title: 'WhatsApp' },
  });
  expect(first?.fields).not.toHaveProperty('direction');
  expect(second?.fields).toMatchObject({ direction: 'in', thread: first?.fields['thread'] });
});

test('somebody else of the same name stays out', async () => {
  const { plan } = await planFor(alice, whatsAppDays(chat), { who: { 'name:Ana Roe': '' } });
  expect(plan.preview).toMatchObject({ make: 0, perhaps: [], skips: { unknown: 2 } });
});

test('a number finds whoever has it', async () => {
  const bo = await person('Bo', 'Poe', '+491701234567');
  const text = '03.11.26, 10:15 - +49 170 1234567: Hi\n03.11.26, 10:16 - Me: Hello';
  await bringIn(alice, whatsAppDays(text, { file: 'WhatsApp Chat with +49 170 1234567.txt' }));
  expect((await messages())[0]?.fields).toMatchObject({ people: [bo] });
});

test('a chat that went on brings what is new, and one undo takes back that', async () => {
  await bringIn(alice, whatsAppDays(chat), { ...who(), scope: 'private' });
  const longer = `${chat}\n04.11.26, 09:00 - Me: Tea?\n05.11.26, 10:00 - Ana Roe: Later`;
  const { plan } = await planFor(alice, whatsAppDays(longer), who());
  expect(plan.preview).toMatchObject({ make: 2, skips: { here: 1 }, chats: { days: 2, lines: 3 } });
  const done = await bringIn(alice, whatsAppDays(longer), who());
  expect(done.made).toBe(2);
  const days = await messages();
  expect(days.map(({ note }) => note)).toEqual([
    '10:15 Ana Roe: Hi\n10:16 → Hello',
    '08:00 Ana Roe: Morning\n09:00 → Tea?',
    '10:00 Ana Roe: Later',
  ]);
  expect(days.map(({ scope }) => scope)).toEqual(['private', 'private', 'team']);
  await alice.done({ type: 'undo', action: done.action });
  expect((await messages()).map(({ note }) => note)).toEqual([
    '10:15 Ana Roe: Hi\n10:16 → Hello',
    '08:00 Ana Roe: Morning',
  ]);
});

test('a day that somebody rewrote is left as they wrote it', async () => {
  await bringIn(alice, whatsAppDays(chat), who());
  const [, second] = await messages();
  const ref = { collection: 'moments' as const, id: second?.id ?? '' };
  await alice.done({ type: 'edit', changes: [{ type: 'note', ref, text: 'Short' }] });
  const { plan } = await planFor(alice, whatsAppDays(`${chat}\n04.11.26, 09:00 - Me: Tea?`), who());
  expect(plan.preview).toMatchObject({ make: 0, skips: { here: 2 } });
});

test('which of the two is us shows in several chats, else it is asked', async () => {
  const one = whatsAppDays('03.11.26, 10:15 - Ana Roe: Hi\n03.11.26, 10:16 - Me: Hi', {
    file: 'a.txt',
  });
  const own = { own: undefined as never };
  expect((await planFor(alice, one, own)).plan.preview.own).toMatchObject({
    addresses: [],
    names: ['name:Ana Roe', 'name:Me'],
  });
  const two = whatsAppDays('03.11.26, 10:15 - Bo Poe: Hi\n03.11.26, 10:16 - Me: Hi', {
    file: 'b.txt',
  });
  const { preview } = (await planFor(alice, [...one, ...two], own)).plan;
  expect(preview.own).toMatchObject({ addresses: ['name:me'], isGuessed: true });
  expect(preview.strangers.map(({ name }) => name)).toEqual(['Bo Poe']);
});
