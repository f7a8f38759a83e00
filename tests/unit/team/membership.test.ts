import { expect, test } from 'vitest';

import { createStatementLog } from '../../../src-shared/sync/team/log/statement-log.ts';
import {
  admit,
  crypto,
  openDevice,
  pictureOf,
  statesOf,
  teamOf,
  tellAll,
  textsOf,
} from '../../support/sync/team-members.ts';

test('whoever was let in by a member belongs to the team, for everybody', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  for (const device of [alice, bob, carol])
    expect(statesOf(device!)).toEqual({ alice: 'here', bob: 'here', carol: 'here' });
  expect(alice!.state.keyNow()).toEqual(carol!.state.keyNow());
});

test('a device’s id is the hash of its keys', () => {
  const [alice] = teamOf('alice');
  const { id, signKey, boxKey } = alice!.state.asker('alice');
  expect(id).toBe(crypto.hash(`rapport:device:1\n${signKey}\n${boxKey}`));
  expect(alice!.state.membership()?.members.get(id)?.role).toBe('owner');
});

test('the order in which statements are heard makes no difference', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  alice!.state.beginEpoch([carol!.id]);
  bob!.state.leave();
  tellAll([alice!, bob!, carol!]);
  const { team, anchor } = alice!.state.log()!;
  const backwards = createStatementLog(team, anchor, crypto);
  backwards.add([...alice!.state.statements()].toReversed());
  const seen = alice!.state.membership()!;
  expect(backwards.membership()?.members).toEqual(seen.members);
  expect(backwards.membership()?.epoch).toEqual(seen.epoch);
});

test('only an owner can remove, and the removed device gets no further key', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  bob!.state.beginEpoch([alice!.id]);
  tellAll([alice!, bob!, carol!]);
  expect(statesOf(carol!)['alice']).toBe('here');

  alice!.state.beginEpoch([carol!.id]);
  tellAll([alice!, bob!, carol!]);
  expect(statesOf(bob!)['carol']).toBe('removed');
  expect(carol!.state.keyNow()).toBeUndefined();
  expect(bob!.state.keyNow()).toEqual(alice!.state.keyNow());
  const known = carol!.state.keys().map(({ key }) => key);
  expect(known).not.toContain(alice!.state.keyNow()?.key);
});

test('whom a removed device lets in afterwards does not belong to the team', () => {
  const [alice, bob, mallory] = teamOf('alice', 'bob', 'mallory');
  alice!.state.beginEpoch([mallory!.id]);
  tellAll([alice!, bob!]);
  const friend = openDevice('friend');
  admit(mallory!, friend);
  tellAll([alice!, bob!, mallory!, friend]);
  expect(statesOf(alice!)).toEqual({ alice: 'here', bob: 'here', mallory: 'removed' });
  expect(statesOf(bob!)).toEqual(statesOf(alice!));
});

test('whom a device let in before it was removed, and who was known then, stays', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const guest = openDevice('guest');
  admit(bob!, guest);
  tellAll([alice!, bob!, guest]);
  alice!.state.beginEpoch([bob!.id]);
  tellAll([alice!, bob!, guest]);
  expect(statesOf(alice!)).toEqual({ alice: 'here', bob: 'removed', guest: 'here' });
  expect(guest.state.keyNow()).toEqual(alice!.state.keyNow());
});

test('two owners who change the key at once come to the same one', () => {
  const [alice, bob, carol, dave] = teamOf('alice', 'bob', 'carol', 'dave');
  alice!.state.say({ t: 'role', device: bob!.id, role: 'owner' });
  tellAll([alice!, bob!, carol!, dave!]);
  alice!.state.beginEpoch([carol!.id]);
  bob!.state.beginEpoch([dave!.id]);
  tellAll([alice!, bob!, carol!, dave!]);
  expect(alice!.state.keyNow()).toEqual(bob!.state.keyNow());
  expect(statesOf(alice!)).toMatchObject({ carol: 'removed', dave: 'removed' });
  // The key in force was sealed for one of those who are gone: another epoch is due.
  expect(alice!.state.membership()?.epochDue).toContain(alice!.id);
  alice!.state.beginEpoch([]);
  tellAll([alice!, bob!, carol!, dave!]);
  expect(alice!.state.membership()?.epochDue).toEqual([]);
  expect(bob!.state.keyNow()).toEqual(alice!.state.keyNow());
  expect(carol!.state.keyNow()).toBeUndefined();
  expect(dave!.state.keyNow()).toBeUndefined();
});

test('two owners who remove each other at once: the one who became an owner first is right', () => {
  const [alice, bob, carol, dave] = teamOf('alice', 'bob', 'carol', 'dave');
  alice!.state.say({ t: 'role', device: carol!.id, role: 'owner' });
  alice!.state.say({ t: 'role', device: bob!.id, role: 'owner' });
  const all = [alice!, bob!, carol!, dave!];
  tellAll(all);
  bob!.state.beginEpoch([carol!.id]);
  carol!.state.beginEpoch([bob!.id]);
  tellAll(all);
  for (const one of all)
    expect(statesOf(one)).toEqual({ alice: 'here', bob: 'removed', carol: 'here', dave: 'here' });
});

test('a device that was away during two changes of the key still belongs, and finds its way back', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  alice!.state.beginEpoch([]);
  tellAll([alice!, bob!]);
  alice!.state.beginEpoch([]);
  tellAll([alice!, bob!]);
  const keyOf = (id: string) => alice!.state.membership()?.members.get(id)?.key;
  expect([bob!.id, carol!.id].map(keyOf)).toEqual(['held', 'waiting']);
  expect(statesOf(alice!)['carol']).toBe('here');
  tellAll([alice!, bob!, carol!]);
  expect(carol!.state.keyNow()).toEqual(alice!.state.keyNow());
  expect([bob!.id, carol!.id].map(keyOf)).toEqual(['held', 'held']);
});

test('a key that nothing can be sealed for does not stop the others, and is known', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const { signKey } = openDevice('carol').state.asker('carol');
  const asker = { id: 'x', signKey, boxKey: 'broken', deviceName: 'c', memberName: 'carol' };
  alice!.state.letIn(asker, '#123456');
  expect(alice!.state.beginEpoch([]).ok).toBe(true);
  tellAll([alice!, bob!]);
  expect(bob!.state.keyNow()).toEqual(alice!.state.keyNow());
  const members = [...bob!.state.membership()!.members.values()];
  expect(members.map(({ memberName, key }) => [memberName, key])).toEqual([
    ['alice', 'held'],
    ['bob', 'held'],
    ['carol', 'unusable'],
  ]);
});

test('a statement of a newer version is kept in its place and passed on', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const said = { t: 'from-the-future', more: ['x'] };
  alice!.state.say(said as never);
  alice!.state.say({ t: 'profile', deviceName: 'new', memberName: 'alice', colour: '#123456' });
  tellAll([alice!, bob!]);
  expect(textsOf(bob!.state.statements())).toEqual(textsOf(alice!.state.statements()));
  expect(bob!.state.membership()?.members.get(alice!.id)?.deviceName).toBe('new');
  expect(pictureOf(bob!)).toEqual(pictureOf(alice!));
});

test('a removed device that listens in the old room hears of its removal and no more', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  const heads = carol!.state.log()!.heads();
  alice!.state.beginEpoch([carol!.id]);
  const dave = openDevice('dave');
  admit(alice!, dave);
  const told = alice!.state.log()!.lacking(heads, '0');
  carol!.state.learn(told);
  expect(statesOf(carol!)).toEqual({ alice: 'here', bob: 'here', carol: 'removed' });
  bob!.state.learn(told);
  expect(bob!.state.keyNow()).toEqual(alice!.state.keyNow());
  const epoch = bob!.state.keyNow()!.id;
  bob!.state.learn(alice!.state.log()!.lacking(bob!.state.log()!.heads(), epoch));
  expect(statesOf(bob!)['dave']).toBe('here');
});
