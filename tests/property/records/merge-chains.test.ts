// Chains of merges, made by two to four laptops and taken apart in the middle by whichever: who
// stands for others has what they all have, and nothing of whoever went.

import { expect, test } from 'vitest';

import { mergedIntoOf } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { emailsOf, send } from '../../support/records/two-laptops.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

type Random = () => number;
type Team = { ids: string[]; laptops: Replica[]; random: Random };
type Own = Map<string, RecordDoc>;

const names = ['alice', 'bob', 'carol', 'dave'];

const anyOf = <T>(all: readonly T[], random: Random): T =>
  all[Math.floor(random() * all.length)] as T;

/** Each with an address and a line of their own, and some with what others have, too. */
async function someTeam(random: Random): Promise<Team> {
  const count = 2 + Math.floor(random() * 3);
  const laptops = names.slice(0, count).map((name) => openReplica(name));
  const records = Array.from({ length: 3 + Math.floor(random() * 3) }, (_, at) => ({
    kind: 'person',
    fields: {
      given: `Person ${at}`,
      ...(random() < 0.4 ? { nickname: random() < 0.5 ? 'Sam' : `Nick ${at}` } : {}),
    },
    sets: {
      emails: [`p${at}@example.com`, ...(random() < 0.3 ? ['shared@example.com'] : [])].map(
        (value) => ({ value }),
      ),
    },
    note: `About ${at}\nMet in 200${at}`,
  }));
  const [first] = laptops as [Replica];
  const { ids } = await first.done({ type: 'create', records });
  for (const laptop of laptops.slice(1)) await send(first, laptop, ids);
  return { ids, laptops, random };
}

async function meet({ ids, laptops }: Team): Promise<void> {
  for (let turn = 0; turn < 2; turn++)
    for (const from of laptops)
      for (const to of laptops) if (from !== to) await send(from, to, ids);
}

const docsOn = (laptop: Replica, ids: readonly string[]): Promise<RecordDoc[]> =>
  Promise.all(ids.map((id) => laptop.doc('people', id)));

/** Whether two were there to be merged. */
async function mergeTwo({ ids, random }: Team, laptop: Replica): Promise<boolean> {
  const live = (await docsOn(laptop, ids)).filter(({ status }) => status === 'live');
  const [keep, gone] = [anyOf(live, random), anyOf(live, random)];
  if (keep === gone) return false;
  await laptop.done({ type: 'merge', keep: keep.id, gone: [gone.id] });
  return true;
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].toSorted();

/** Of everybody who stands for others: what all of these have themselves, and no more. */
function expectWhole(docs: readonly RecordDoc[], own: Own): void {
  const byId = new Map(docs.map((doc) => [doc.id as string, doc]));
  const endOf = (doc: RecordDoc): RecordDoc => {
    const keeper = byId.get(mergedIntoOf(doc) ?? '');
    return keeper === undefined ? doc : endOf(keeper);
  };
  for (const [keeper, parts] of Map.groupBy(docs, endOf)) {
    const had = parts.map(({ id }) => own.get(id) as RecordDoc);
    const nickname = own.get(keeper.id)?.fields['nickname'];
    const others = had.map(({ fields }) => fields['nickname']);
    expect({
      emails: emailsOf(keeper).toSorted(),
      note: keeper.note.split('\n').toSorted(),
      // Of two that differ only one was taken over, and may have gone.
      isNickname: [nickname, ...(nickname === undefined ? others : [])].includes(
        keeper.fields['nickname'],
      ),
    }).toEqual({
      emails: sorted(had.flatMap(emailsOf)),
      note: had.flatMap(({ note }) => note.split('\n')).toSorted(),
      isNickname: true,
    });
  }
}

async function expectSame({ ids, laptops }: Team): Promise<RecordDoc[]> {
  const [first = [], ...others] = await Promise.all(
    laptops.map(async (laptop) =>
      (await docsOn(laptop, ids)).map(({ state: _state, ...doc }) => doc as RecordDoc),
    ),
  );
  for (const other of others) expect(other).toEqual(first);
  return first;
}

async function takeApart(team: Team, own: Own): Promise<void> {
  const { ids, laptops, random } = team;
  for (;;) {
    const docs = await expectSame(team);
    const merged = docs.filter((doc) => mergedIntoOf(doc) !== undefined);
    if (merged.length === 0) return;
    await anyOf(laptops, random).done({ type: 'unmerge', gone: anyOf(merged, random).id });
    await meet(team);
    expectWhole(await docsOn(anyOf(laptops, random), ids), own);
  }
}

async function run(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const team = await someTeam(random);
  const { ids, laptops } = team;
  const own: Own = new Map((await docsOn(laptops[0] as Replica, ids)).map((doc) => [doc.id, doc]));
  let merges = 0;
  for (let step = 0; step < 4; step++) {
    if (await mergeTwo(team, anyOf(laptops, random))) merges += 1;
    await meet(team);
  }
  if (merges > 0) expectWhole(await expectSame(team), own);
  await takeApart(team, own);
}

test('whoever is taken out of a chain takes along what came with them, and nothing else', async () => {
  let count = 0;
  for (let at = 0; at < testRuns(12); at++) {
    await run(testSeed + at);
    count += 1;
  }
  expect(count).toBe(testRuns(12));
});

test('taken apart below, while another laptop merges above: once out of it, all leave with them', async () => {
  for (let at = 0; at < testRuns(4); at++) {
    const random = seededRandom(testSeed + at);
    const team = await someTeam(random);
    const { ids, laptops } = team;
    const [one, two] = laptops as [Replica, Replica];
    const own: Own = new Map((await docsOn(one, ids)).map((doc) => [doc.id, doc]));
    const [top = '', middle = '', below = ''] = ids;
    await one.done({ type: 'merge', keep: middle, gone: [below] });
    await meet(team);
    await one.done({ type: 'unmerge', gone: below });
    await two.done({ type: 'merge', keep: top, gone: [middle] });
    await meet(team);
    await expectSame(team);
    await anyOf(laptops, random).done({ type: 'unmerge', gone: middle });
    await meet(team);
    for (const doc of await expectSame(team))
      expect(emailsOf(doc)).toEqual(emailsOf(own.get(doc.id) as RecordDoc));
  }
});
