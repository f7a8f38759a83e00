// Merges with choices, through commands and deliveries: whatever was chosen, taken apart on
// another laptop both are what they were, and two who choose differently come to the same.

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { CommandOf } from '../../../src-shared/records/command.ts';
import { expectEqual, meet, send } from '../../support/records/two-laptops.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

type Random = () => number;
type Choices = NonNullable<CommandOf<'merge'>['choices']>;
type Team = { ids: string[]; alice: Replica; bob: Replica };

const fields = ['given', 'family', 'nickname', 'birthday', 'pronouns', 'x:shoe'];
const sets = ['emails', 'phones', 'tags', 'buckets', 'x:likes'];

/** With some values that others of them have, too. */
async function someOne(count: number, random: Random): Promise<Team> {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const records = Array.from({ length: count }, (_, at) => ({
    kind: 'person',
    fields: Object.fromEntries(
      fields
        .filter((field) => field === 'given' || random() < 0.6)
        .map((field) => [field, valueOf(field, random() < 0.3 ? 9 : at)]),
    ),
    sets: Object.fromEntries(
      sets
        .filter(() => random() < 0.7)
        .map((set) => [
          set,
          Array.from({ length: 1 + Math.floor(random() * 2) }, (_one, place) => ({
            value:
              random() < 0.3
                ? set === 'phones'
                  ? '+4930999'
                  : `${set}-shared`
                : set === 'phones'
                  ? `+4930${at}${place}111`
                  : `${set}-${at}-${place}`,
            ...(random() < 0.3 ? { label: 'work' } : {}),
          })).filter(
            (item, place, all) => all.findIndex((one) => one.value === item.value) === place,
          ),
        ]),
    ),
    note: noteOf(at, random),
  }));
  const { ids } = await alice.done({ type: 'create', records });
  for (const id of ids) await send(alice, bob, [id]);
  return { ids, alice, bob };
}

function noteOf(at: number, random: Random): string {
  const roll = random();
  if (roll < 0.25) return '';
  if (roll < 0.5) return 'Likes rye';
  return `About ${at}\n${roll < 0.75 ? 'Likes rye\n' : ''}Met in 200${at}`;
}

const valueOf = (field: string, at: number): string =>
  field === 'birthday' ? `198${at}-01-01` : `${field}-${at}`;

async function someChoices(
  laptop: Replica,
  keep: string,
  gone: readonly string[],
  random: Random,
): Promise<Choices> {
  const docs = await Promise.all([keep, ...gone].map((id) => laptop.doc('people', id)));
  const chosen: Choices = { fields: {}, without: [] };
  for (const field of fields) {
    const having = docs.filter((doc) => doc.fields[field] !== undefined);
    const one = having[Math.floor(random() * having.length)];
    if (one !== undefined && random() < 0.7) chosen.fields[field] = one.id;
  }
  for (const doc of docs) {
    for (const [set, items] of Object.entries(doc.sets))
      for (const { id } of items)
        if (random() < 0.3) chosen.without.push({ id: doc.id, what: `${set}/${id}` });
    if (doc.note !== '' && random() < 0.3) chosen.without.push({ id: doc.id, what: 'note' });
  }
  return chosen;
}

const shuffled = <T>(all: readonly T[], random: Random): T[] =>
  all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** What a person says, apart from how it came there. */
const said = ({ fields: own, sets: lists, note, status, name, keys }: RecordDoc) => ({
  fields: own,
  sets: Object.fromEntries(Object.entries(lists).filter(([, items]) => items.length > 0)),
  note,
  status,
  name,
  keys: keys.filter((key) => !key.startsWith('merged:')).toSorted(),
});

const saidBy = async (laptop: Replica, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => said(await laptop.doc('people', id))));

async function mergeSome(laptop: Replica, ids: readonly string[], random: Random): Promise<void> {
  const [keep = '', ...gone] = ids;
  const at = random() < 0.5 ? gone.length : 1 + Math.floor(random() * gone.length);
  for (const some of [gone.slice(0, at), gone.slice(at)].filter(({ length }) => length > 0)) {
    const choices = await someChoices(laptop, keep, some, random);
    await laptop.done({ type: 'merge', keep, gone: some, choices });
  }
}

const runs = testRuns(60);

test('taken apart on another laptop, in whatever order, all are what they were', async () => {
  let changed = 0;
  for (let run = 0; run < runs; run++) {
    const random = seededRandom(testSeed + run);
    const team = await someOne(2 + Math.floor(random() * 3), random);
    const { ids, alice, bob } = team;
    const before = await saidBy(alice, ids);
    await mergeSome(alice, ids, random);
    const merged = said(await alice.doc('people', ids[0] ?? ''));
    if (JSON.stringify(merged) !== JSON.stringify(before[0])) changed += 1;
    await meet(team);
    const who = random() < 0.5 ? bob : alice;
    for (const gone of shuffled(ids.slice(1), random)) await who.done({ type: 'unmerge', gone });
    expect(await saidBy(who, ids)).toEqual(before);
    await meet(team);
    await expectEqual(team);
  }
  expect(changed).toBeGreaterThan(runs / 2);
});

test('one undo gives back all that one merge changed, and once more merges it as it was', async () => {
  for (let run = 0; run < runs; run++) {
    const random = seededRandom(testSeed + run);
    const { ids, alice } = await someOne(2 + Math.floor(random() * 3), random);
    const [keep = '', ...gone] = ids;
    const before = await saidBy(alice, ids);
    const choices = await someChoices(alice, keep, gone, random);
    await alice.done({ type: 'merge', keep, gone, choices });
    const merged = await saidBy(alice, ids);
    await alice.done({ type: 'undo' });
    expect(await saidBy(alice, ids)).toEqual(before);
    await alice.done({ type: 'redo' });
    expect(await saidBy(alice, ids)).toEqual(merged);
  }
});

test('two who merge the same people with other choices come to the same, and apart to what was', async () => {
  for (let run = 0; run < runs; run++) {
    const random = seededRandom(testSeed + run);
    const team = await someOne(2 + Math.floor(random() * 3), random);
    const { ids, alice, bob } = team;
    const before = await saidBy(alice, ids);
    await mergeSome(alice, ids, random);
    await mergeSome(bob, ids, random);
    await meet(team);
    await expectEqual(team);
    for (const gone of shuffled(ids.slice(1), random)) await bob.done({ type: 'unmerge', gone });
    await meet(team);
    await expectEqual(team);
    const [own] = await saidBy(bob, ids);
    // Where both replaced it, one of the two may stand among the conflicts.
    expect(own?.sets).toEqual(before[0]?.sets);
    expect(own?.fields).toEqual(before[0]?.fields);
  }
});
