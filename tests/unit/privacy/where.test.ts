// What teammates hear of where somebody is, and what a hub hears of which note is open.

import { expect, onTestFinished, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

import { noteTopic } from '../../../src-renderer/net/note-topic.ts';
import { createWhere, tellWhere, type Where } from '../../../src-renderer/net/where.ts';

const shared = { scope: 'team', status: 'live' } as const;
const own = { scope: 'private', status: 'live' } as const;

function telling(field = ''): { where: Where; look: () => void; said: () => unknown } {
  const awareness = new Awareness(new Y.Doc());
  onTestFinished(() => awareness.destroy());
  const where = createWhere();
  const { look } = tellWhere(awareness, where, () => field);
  return {
    where,
    look,
    said: () => [awareness.getLocalState()?.['path'], awareness.getLocalState()?.['editing']],
  };
}

test('the page of a shared record is told, with the field; leaving it is told, too', () => {
  const { where, said } = telling('Nickname');
  expect(said()).toEqual(['', '']);
  const leave = where.show(shared, '/people/ann');
  expect(said()).toEqual(['/people/ann', 'Nickname']);
  leave();
  expect(said()).toEqual(['', '']);
});

test('of the page of a private record nothing is told, nor which field is edited', () => {
  const { where, look, said } = telling('Divorce lawyer');
  where.show(shared, '/people/ann');
  where.show(own, '/people/quinn');
  look();
  expect(said()).toEqual(['', '']);
});

test('of an erased one nothing is told; of one that is shared meanwhile from then on', () => {
  const { where, said } = telling();
  where.show({ scope: 'team', status: 'erased' }, '/people/ann');
  expect(said()).toEqual(['', '']);
  const leave = where.show(own, '/people/quinn');
  where.show(shared, '/people/quinn');
  // The page that was there before goes after the next has come.
  leave();
  expect(said()).toEqual(['/people/quinn', '']);
});

test('the room of a note has a name that says nothing of the record', async () => {
  const id = '0190a000-0000-7000-8000-000000000001';
  const name = await noteTopic('key', `/people/${id}`);
  expect(name).toMatch(/^n[\da-f]{64}$/);
  expect(name).not.toContain(id.slice(0, 8));
  expect(await noteTopic('key', `/people/${id}`)).toBe(name);
});

test('another record, and another epoch, has another room', async () => {
  const names = await Promise.all([
    noteTopic('key', '/people/ann'),
    noteTopic('key', '/groups/ann'),
    noteTopic('key', '/people/ben'),
    noteTopic('other', '/people/ann'),
  ]);
  expect(new Set(names).size).toBe(4);
});
