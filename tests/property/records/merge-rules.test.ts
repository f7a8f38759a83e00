// How edits made apart come together under each rule, over two to five laptops that edit,
// meet and part in any order.

import { expect, test } from 'vitest';

import { defineKind, type Kind } from '../../../src-shared/domain/kind.ts';
import { choice, yesNo } from '../../../src-shared/fields/choice.ts';
import { count } from '../../../src-shared/fields/number.ts';
import { labelledTexts, log, tags } from '../../../src-shared/fields/set.ts';
import type { Change } from '../../../src-shared/records/command.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { receiveItem } from '../../../src-shared/sync/receive-item.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const careful = ['allowed', 'asked', 'forbidden'];
const contact = defineKind('contact', {
  collection: 'work',
  privacy: 'own',
  onErase: 'keep',
  fields: {
    consent: choice(careful, { merge: 'restrictive' }),
    quiet: yesNo({ merge: 'restrictive' }),
    read: count({ merge: 'greatest' }),
  },
  sets: { backers: tags({ merge: 'add-wins' }), stages: log(), custom: labelledTexts() },
});
const kinds = new Map<string, Kind>([['contact', contact]]);

const names = ['alice', 'bob', 'carol', 'dave', 'erin'];
const ref = { collection: 'work' as const, id: 'one' };

async function openTeam(size: number): Promise<Replica[]> {
  const team = names.slice(0, size).map((name) => openReplica(name));
  for (const replica of team) replica.context.kinds = kinds;
  const [first] = team as [Replica];
  const fields = { consent: 'asked', quiet: false, read: 0 };
  await first.done({ type: 'create', records: [{ id: 'one', kind: 'contact', fields }] });
  for (const other of team.slice(1)) await send(first, other);
  return team;
}

async function send(from: Replica, to: Replica): Promise<void> {
  const item = toItem('work', await from.doc('work', 'one'));
  if (item === undefined) throw new Error('private');
  await to.store.write((tx) => {
    const received = receiveItem(item, tx.get('work', ['one']).get('one'), to.context);
    if ('doc' in received) tx.put('work', [received.doc]);
    return { ok: true, value: null };
  });
}

async function meetAll(team: readonly Replica[]): Promise<void> {
  for (let round = 0; round < 2; round++)
    for (const from of team) for (const to of team) if (from !== to) await send(from, to);
}

const edit = (replica: Replica, ...changes: Change[]) => replica.done({ type: 'edit', changes });
const setField = (field: string, value: string | number | boolean): Change => ({
  type: 'field',
  ref,
  field,
  value,
});
const put = (set: string, value: string): Change => ({
  type: 'set-put',
  ref,
  set,
  item: { value },
});
const valuesIn = async (replica: Replica, set: string): Promise<string[]> =>
  ((await replica.doc('work', 'one')).sets[set] ?? []).map(({ value }) => value).sort();
const fieldOf = async (replica: Replica, field: string) =>
  (await replica.doc('work', 'one')).fields[field];

async function expectAgreement(team: readonly Replica[]): Promise<void> {
  const docs = await Promise.all(team.map((one) => one.doc('work', 'one')));
  for (const doc of docs) {
    expect([doc.fields, doc.sets]).toEqual([docs[0]?.fields, docs[0]?.sets]);
    expect(doc.conflicts).toEqual([]);
  }
}

/** What each laptop wrote last, having seen nothing of the others: the rule picks one. */
async function editApart<T extends string | number | boolean>(
  field: string,
  values: readonly T[],
): Promise<void> {
  for (let run = 0; run < testRuns(20); run++) {
    const random = seededRandom(testSeed + run);
    const team = await openTeam(2 + Math.floor(random() * 4));
    const written: T[] = [];
    for (const replica of team) {
      const value = values[Math.floor(random() * values.length)] as T;
      written.push(value);
      await edit(replica, setField(field, value));
    }
    await meetAll(team);
    await expectAgreement(team);
    const first = await fieldOf(team[0] as Replica, field);
    const top = written.reduce((a, b) => (values.indexOf(b) > values.indexOf(a) ? b : a));
    // One who wrote what stood there already has not edited anything.
    const start = { consent: 'asked', quiet: false, read: 0 }[field];
    const edited = written.filter((value) => value !== start);
    const best = edited.reduce(
      (a, b) => (values.indexOf(b) > values.indexOf(a) ? b : a),
      edited[0] ?? top,
    );
    expect(first).toBe(best);
    // An edit that has seen them all counts alone, in whichever direction it goes.
    const last = team.at(-1) as Replica;
    const least = values[0] as T;
    await edit(last, setField(field, least));
    await meetAll(team);
    await expectAgreement(team);
    expect(await fieldOf(team[0] as Replica, field)).toBe(least);
  }
}

test('the most careful consent wins over edits made apart, and can be lifted by who has seen it', () =>
  editApart('consent', careful));
test('yes to do-not-contact wins over edits made apart', () => editApart('quiet', [false, true]));
test('the greatest reading mark wins', () => editApart('read', [0, 3, 7, 12]));

test('a backer put in apart, also once more, beats being taken out', async () => {
  for (let run = 0; run < testRuns(20); run++) {
    const random = seededRandom(testSeed + run);
    const team = await openTeam(3 + Math.floor(random() * 3));
    const [alice, bob, carol] = team as [Replica, Replica, Replica];
    await edit(alice, put('backers', 'shop'));
    if (random() < 0.7) await meetAll(team);
    await edit(bob, put('backers', 'shop'));
    if (random() < 0.3) await send(alice, carol);
    const seen = (await carol.doc('work', 'one')).sets['backers']?.[0];
    if (seen !== undefined)
      await edit(carol, { type: 'set-remove', ref, set: 'backers', itemId: seen.id });
    await meetAll(team);
    await expectAgreement(team);
    expect(await valuesIn(alice, 'backers')).toEqual(['shop']);
    const now = (await alice.doc('work', 'one')).sets['backers']?.[0]?.id ?? '';
    await edit(alice, { type: 'set-remove', ref, set: 'backers', itemId: now });
    await meetAll(team);
    expect(await valuesIn(bob, 'backers')).toEqual([]);
  }
});

test('a log only grows: what anybody wrote stays, whatever is taken out or undone', async () => {
  for (let run = 0; run < testRuns(20); run++) {
    const random = seededRandom(testSeed + run);
    const team = await openTeam(2 + Math.floor(random() * 4));
    const written = new Set<string>();
    for (let step = 0; step < 8; step++) {
      const replica = team[Math.floor(random() * team.length)] as Replica;
      const entries = (await replica.doc('work', 'one')).sets['stages'] ?? [];
      const some = entries[Math.floor(random() * entries.length)];
      if (some !== undefined && random() < 0.3)
        await edit(replica, { type: 'set-remove', ref, set: 'stages', itemId: some.id });
      else {
        written.add(`stage ${step}`);
        await edit(replica, put('stages', `stage ${step}`));
        if (random() < 0.3) await replica.done({ type: 'undo' });
      }
      if (random() < 0.3) await meetAll(team);
    }
    await meetAll(team);
    await expectAgreement(team);
    expect(await valuesIn(team[0] as Replica, 'stages')).toEqual([...written].sort());
  }
});
