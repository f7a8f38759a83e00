// What people allow and forbid, written down on two to five laptops that meet and part, merged
// and taken apart: whoever had not heard of a no does not lift it.

import { expect, test } from 'vitest';

import { mayContact } from '../../../src-shared/care/may-contact.ts';
import { currentPermission, permissionsOf } from '../../../src-shared/care/permissions.ts';
import { usualPolicy } from '../../../src-shared/care/policy.ts';
import type { PermissionState } from '../../../src-shared/domain/permission.ts';
import {
  contactAgain,
  leaveAlone,
  recordPermission,
} from '../../../src-shared/records/intents/care.ts';
import { send } from '../../support/records/two-laptops.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const names = ['alice', 'bob', 'carol', 'dave', 'erin'];
const today = '2026-05-03';
const states: readonly PermissionState[] = ['given', 'asked', 'withdrawn', 'objected'];
const asked = { channel: 'mail', purpose: 'marketing' } as const;

type Team = { laptops: Replica[]; ids: string[] };

async function openTeam(size: number, people: number): Promise<Team> {
  const laptops = names.slice(0, size).map((name) => openReplica(name));
  const [first] = laptops as [Replica];
  const records = Array.from({ length: people }, (_, at) => ({
    kind: 'person',
    fields: { given: `Person ${at}` },
  }));
  const { ids } = await first.done({ type: 'create', records });
  for (const other of laptops.slice(1)) await send(first, other, ids);
  return { laptops, ids };
}

async function meetAll({ laptops, ids }: Team): Promise<void> {
  for (let round = 0; round < 2; round++)
    for (const from of laptops)
      for (const to of laptops) if (from !== to) await send(from, to, ids);
}

const docOn = (laptop: Replica, id = '') => laptop.doc('people', id);

async function write(laptop: Replica, id: string | undefined, state: PermissionState) {
  const doc = await docOn(laptop, id);
  const said = { ...asked, state, at: laptop.context.now() };
  await laptop.done(recordPermission(doc, said, laptop.context.newId()));
}

const stateOn = async (laptop: Replica, id = '') =>
  currentPermission(permissionsOf(await docOn(laptop, id)), asked, today)?.state;

test('of what is written apart the most careful counts, and who has seen all may say otherwise', async () => {
  for (let run = 0; run < testRuns(8); run++) {
    const random = seededRandom(testSeed + run);
    const anyState = () => states[Math.floor(random() * states.length)] as PermissionState;
    const team = await openTeam(2 + Math.floor(random() * 4), 1);
    const [id] = team.ids;
    for (let round = 0; round < 2; round++) {
      const last = team.laptops.map(() => anyState());
      for (const [at, laptop] of team.laptops.entries()) {
        if (random() < 0.4) await write(laptop, id, anyState());
        await write(laptop, id, last[at] as PermissionState);
      }
      await meetAll(team);
      const best = last.reduce((a, b) => (states.indexOf(b) > states.indexOf(a) ? b : a));
      for (const laptop of team.laptops) expect(await stateOn(laptop, id)).toBe(best);
    }
    const one = team.laptops.at(-1) as Replica;
    await write(one, id, 'given');
    await meetAll(team);
    for (const laptop of team.laptops) expect(await stateOn(laptop, id)).toBe('given');
    // The log has every word of it.
    const logs = await Promise.all(team.laptops.map((laptop) => docOn(laptop, id)));
    for (const doc of logs) expect(doc.sets['permissions']).toEqual(logs[0]?.sets['permissions']);
  }
});

test('do not contact wins over a yes made apart', async () => {
  for (let run = 0; run < testRuns(6); run++) {
    const random = seededRandom(testSeed + run);
    const team = await openTeam(2 + Math.floor(random() * 4), 1);
    const [id = ''] = team.ids;
    const [alice, bob] = team.laptops as [Replica, Replica];
    await alice.done(leaveAlone(await docOn(alice, id), 'doNotContact', today, 'Asked us'));
    await meetAll(team);
    await bob.done(contactAgain(await docOn(bob, id), 'doNotContact', ['doNotContact']));
    await alice.done(contactAgain(await docOn(alice, id), 'doNotContact', ['doNotContact']));
    await alice.done(leaveAlone(await docOn(alice, id), 'doNotContact', today, 'Asked us'));
    await meetAll(team);
    for (const laptop of team.laptops)
      expect(
        mayContact(await docOn(laptop, id), 'phone', 'service', usualPolicy, today),
      ).toMatchObject({ may: false, code: 'do-not-contact' });
  }
});

test('people who are one have each no of both, and give back what was not theirs', async () => {
  for (let run = 0; run < testRuns(8); run++) {
    const random = seededRandom(testSeed + run);
    const team = await openTeam(2 + Math.floor(random() * 4), 2);
    const [keep = '', gone = ''] = team.ids;
    const [alice, bob] = team.laptops as [Replica, Replica];
    await write(alice, keep, 'given');
    await write(alice, gone, random() < 0.5 ? 'withdrawn' : 'objected');
    await alice.done(leaveAlone(await docOn(alice, gone), 'noPhone', today));
    await alice.done(contactAgain(await docOn(alice, keep), 'noPhone', ['noPhone']));
    await meetAll(team);
    const before = await docOn(alice, keep);
    await alice.done({ type: 'merge', keep, gone: [gone] });
    const isHeard = random() < 0.5;
    if (isHeard) await meetAll(team);
    else await write(bob, gone, 'objected');
    await meetAll(team);
    for (const laptop of team.laptops) {
      expect(await stateOn(laptop, keep)).toMatch(/withdrawn|objected/);
      expect((await docOn(laptop, keep)).fields['noPhone']).toBe(true);
    }
    const taking = team.laptops.at(-1) as Replica;
    await taking.done({ type: 'unmerge', gone });
    await meetAll(team);
    for (const laptop of team.laptops) {
      const { fields, sets } = await docOn(laptop, keep);
      expect(await stateOn(laptop, keep)).toBe('given');
      expect(await stateOn(laptop, gone)).toMatch(/withdrawn|objected/);
      expect(sets['permissions']).toEqual(before.sets['permissions']);
      expect(fields['noPhone'] ?? false).toBe(before.fields['noPhone'] ?? false);
    }
  }
});

test('what is undone stays in the log, and counts no more', async () => {
  const team = await openTeam(2, 1);
  const [id] = team.ids;
  const [alice] = team.laptops as [Replica];
  await write(alice, id, 'objected');
  await write(alice, id, 'given');
  await alice.done({ type: 'undo' });
  expect(await stateOn(alice, id)).toBe('objected');
  expect((await docOn(alice, id)).sets['permissions']).toHaveLength(2);
  await alice.done({ type: 'redo' });
  expect(await stateOn(alice, id)).toBe('given');
  await meetAll(team);
  expect(await stateOn(team.laptops[1] as Replica, id)).toBe('given');
});
