// Commands a person might give, chosen by a seed, over everything a replica holds.

import * as Y from 'yjs';

import type { CollectionName } from '../../../src-shared/domain/record.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { openNote } from '../../../src-shared/records/note-session.ts';
import type { Replica } from '../sync/replica.ts';

const words = ['Ann', 'Bea', 'Cleo', '', '日本', '👩‍🚀', 'x'.repeat(50)];

export async function someCommand(
  replica: Replica,
  random: () => number,
): Promise<Command | undefined> {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const people = await idsOf(replica, 'people', random() < 0.9);
  const id = pick(people);
  const word = pick(words) ?? '';
  const roll = random();
  if (id === undefined || roll < 0.1) return create(word, roll < 0.03 ? 12 : 1);
  if (roll < 0.13) return tie(id, replica.context.newId());
  if (roll < 0.16) return moment(id, word);
  const ref = { collection: 'people' as const, id };
  if (roll < 0.4) {
    const field = pick(['given', 'family', 'nickname']) ?? 'given';
    return { type: 'edit', changes: [{ type: 'field', ref, field, value: word }] };
  }
  if (roll < 0.5) {
    const item = { value: `${word}@example.com` };
    const set = pick(['emails', 'tags']) ?? 'tags';
    return { type: 'edit', changes: [{ type: 'set-put', ref, set, item }] };
  }
  if (roll < 0.55)
    return { type: 'edit', changes: [{ type: 'set-remove', ref, set: 'emails', itemId: 'g0' }] };
  if (roll < 0.58) return { type: 'edit', changes: [{ type: 'note', ref, text: `${word}\n.` }] };
  if (roll < 0.61) return typing(replica, id, word, Math.floor(random() * 2 ** 31));
  if (roll < 0.67) return { type: 'trash', refs: [ref] };
  if (roll < 0.72) return { type: 'restore', refs: [ref] };
  if (roll < 0.78) return { type: 'merge', keep: id, gone: [pick(people) ?? id] };
  if (roll < 0.82) return { type: 'unmerge', gone: id };
  if (roll < 0.84) return { type: 'erase', refs: [ref] };
  if (roll < 0.87) return bulk(people.slice(0, 8), word);
  return roll < 0.96 ? { type: 'undo' } : { type: 'redo' };
}

const create = (word: string, count: number): Command => ({
  type: 'create',
  records: Array.from({ length: count }, (_, at) => ({
    kind: 'person',
    ...(at % 4 === 3 ? { scope: 'private' as const } : {}),
    fields: { given: word, family: at % 4 === 3 ? 'Secret' : 'Roe' },
    sets: { emails: [{ value: `${word}@example.com` }] },
    note: word,
  })),
});

const tie = (from: string, to: string): Command => ({
  type: 'create',
  records: [{ kind: 'tie', fields: { type: 'role', from, to, title: 'Owner' } }],
});

const moment = (id: string, word: string): Command => ({
  type: 'create',
  records: [{ kind: 'call', fields: { people: [id], title: word } }],
});

/** Somebody types into the note while it is open in a window. */
async function typing(
  replica: Replica,
  id: string,
  word: string,
  client: number,
): Promise<Command | undefined> {
  const doc = await replica.doc('people', id);
  if (doc.status === 'erased') return undefined;
  const note = openNote(doc, () => undefined);
  // A seed must repeat it; the genesis' own id is left to be found out.
  if (note.doc.clientID !== 1) note.doc.clientID = client + 2;
  note.fragment.insert(0, [new Y.XmlText(word)]);
  const update = note.take();
  note.close();
  const ref = { collection: 'people' as const, id };
  return update === undefined
    ? undefined
    : { type: 'edit', changes: [{ type: 'note-update', ref, update }] };
}

/** What an import's updates look like. */
const bulk = (ids: readonly string[], word: string): Command => ({
  type: 'edit',
  changes: ids.map((id) => ({
    type: 'field',
    ref: { collection: 'people', id },
    field: 'jobTitle',
    value: word,
  })),
});

async function idsOf(
  { store }: Replica,
  collection: CollectionName,
  isErasedLeftOut: boolean,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const docs of store.scan(collection)) {
    const shown = docs.filter(({ status }) => !isErasedLeftOut || status !== 'erased');
    ids.push(...shown.map((doc) => doc.id));
  }
  return ids;
}
