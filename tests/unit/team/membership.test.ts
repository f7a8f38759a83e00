import { expect, test } from 'vitest';

import { readTeam } from '../../../src-shared/sync/team/membership.ts';
import { makeStatement, type Said } from '../../../src-shared/sync/team/statements.ts';
import { highestN } from '../../../src-main/host/team/identity/team-state.ts';
import {
  admit,
  crypto,
  openDevice,
  statesOf,
  teamOf,
  tellAll,
} from '../../support/sync/team-members.ts';

test('whoever was let in by a member belongs to the team, for everybody', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  for (const device of [alice, bob, carol])
    expect(statesOf(device!)).toEqual({ alice: 'here', bob: 'here', carol: 'here' });
  expect(alice!.state.keyNow()).toEqual(carol!.state.keyNow());
});

test('the order in which statements are heard makes no difference', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  alice!.state.beginEpoch(['carol']);
  bob!.state.leave();
  tellAll([alice!, bob!, carol!]);
  const { team } = alice!.state.membership()!;
  const statements = [...alice!.state.statements()];
  const forth = readTeam(team, statements, crypto);
  const back = readTeam(team, statements.toReversed(), crypto);
  expect(back).toEqual(forth);
});

test('a stranger cannot let anybody in, nor speak for a member', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const mallory = openDevice('mallory');
  const { team } = alice!.state.membership()!;
  const asker = mallory.state.asker('mallory');
  const said = { t: 'device' as const, team, at: 1, epoch: 0, ...asker, colour: '#123456' };
  const own = mallory.state.ownSign().secretKey;
  alice!.state.learn([
    makeStatement(said, 'mallory', own, crypto),
    makeStatement(said, 'bob', own, crypto),
    makeStatement({ t: 'leave', team, id: 'bob', at: 1 }, 'bob', own, crypto),
  ]);
  expect(statesOf(alice!)).toEqual({ alice: 'here', bob: 'here' });
  expect(bob!.state.membership()).toEqual(alice!.state.membership());
});

test('only an owner can remove, and the removed device gets no further key', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  bob!.state.beginEpoch(['alice']);
  tellAll([alice!, bob!, carol!]);
  expect(statesOf(carol!)['alice']).toBe('here');

  alice!.state.beginEpoch(['carol']);
  tellAll([alice!, bob!, carol!]);
  expect(statesOf(bob!)['carol']).toBe('removed');
  expect(carol!.state.keyNow()).toBeUndefined();
  expect(bob!.state.keyNow()).toEqual(alice!.state.keyNow());
  const known = carol!.state.keys().map(({ key }) => key);
  expect(known).not.toContain(alice!.state.keyNow()?.key);
});

test('whom a removed device lets in afterwards does not belong to the team', () => {
  const [alice, bob, mallory] = teamOf('alice', 'bob', 'mallory');
  alice!.state.beginEpoch(['mallory']);
  tellAll([alice!, bob!]);
  const friend = openDevice('friend');
  admit(mallory!, friend);
  tellAll([alice!, bob!, mallory!, friend]);
  expect(statesOf(alice!)['friend']).toBe('removed');
  expect(statesOf(bob!)['mallory']).toBe('removed');
});

test('two owners who change the key at once come to the same one', () => {
  const [alice, bob, carol, dave] = teamOf('alice', 'bob', 'carol', 'dave');
  const { team } = alice!.state.membership()!;
  const n = highestN(alice!.state.statements()) + 1;
  alice!.state.say({ t: 'role', team, n, id: 'bob', role: 'owner' });
  tellAll([alice!, bob!, carol!, dave!]);
  alice!.state.beginEpoch(['carol']);
  bob!.state.beginEpoch(['dave']);
  tellAll([alice!, bob!, carol!, dave!]);
  expect(alice!.state.keyNow()).toEqual(bob!.state.keyNow());
  expect(statesOf(alice!)).toMatchObject({ carol: 'removed', dave: 'removed' });
  // The key in force was sealed for one of those who are gone: another epoch is due.
  expect(alice!.state.membership()?.needsEpoch).toBe(true);
  alice!.state.beginEpoch([]);
  tellAll([alice!, bob!, carol!, dave!]);
  expect(alice!.state.membership()?.needsEpoch).toBe(false);
  expect(bob!.state.keyNow()).toEqual(alice!.state.keyNow());
  expect(carol!.state.keyNow()).toBeUndefined();
  expect(dave!.state.keyNow()).toBeUndefined();
});

test('a device that was away during two changes of the key finds its way back', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  alice!.state.beginEpoch([]);
  tellAll([alice!, bob!]);
  alice!.state.beginEpoch([]);
  tellAll([alice!, bob!]);
  tellAll([alice!, bob!, carol!]);
  expect(carol!.state.keyNow()).toEqual(alice!.state.keyNow());
});

test('what nobody of the team signed is not kept, and one device cannot fill the others’ files', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const { team } = alice!.state.membership()!;
  const before = alice!.state.statements().length;
  const forged = {
    text: JSON.stringify({ t: 'leave', team, id: 'bob', at: 1 }),
    by: 'bob',
    signature: 'c2ln',
  };
  expect(alice!.state.learn([forged])).toBe(false);
  const names = Array.from({ length: 40 }, (_, n) => ({
    t: 'profile' as const,
    team,
    n: n + 1,
    id: 'bob',
    deviceName: `bob ${n}`,
    memberName: 'Bob',
    colour: '#123456',
  }));
  const secret = bob!.state.ownSign().secretKey;
  alice!.state.learn(names.map((said) => makeStatement(said, 'bob', secret, crypto)));
  // Only the last of them still says something.
  expect(alice!.state.statements()).toHaveLength(before + 1);
  expect(alice!.state.membership()?.members.get('bob')?.deviceName).toBe('bob 39');
  const guests = Array.from({ length: 400 }, (_, at) => ({
    t: 'device' as const,
    team,
    at,
    epoch: 0,
    ...alice!.state.asker('x'),
    id: `guest-${at}`,
    colour: '#123456',
  }));
  alice!.state.learn(guests.map((said) => makeStatement(said, 'bob', secret, crypto)));
  expect(alice!.state.statements().length).toBeLessThanOrEqual(before + 301);
  expect(statesOf(alice!)).toMatchObject({ alice: 'here', bob: 'here' });
});

test('a statement of a newer version is kept and passed on', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const said = { t: 'from-the-future', team: alice!.state.membership()!.team } as unknown as Said;
  const newer = makeStatement(said, 'alice', alice!.state.ownSign().secretKey, crypto);
  alice!.state.learn([newer]);
  tellAll([alice!, bob!]);
  expect(bob!.state.statements()).toContainEqual(newer);
  expect(statesOf(bob!)).toEqual({ alice: 'here', bob: 'here' });
});
