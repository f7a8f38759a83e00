// What removed and hostile devices were seen to try. Each is signed with their real keys
// and said after whatever suits them.

import { expect, test } from 'vitest';

import type { Said } from '../../../src-shared/sync/team/log/said.ts';
import {
  makeStatement,
  type Statement,
  statementId,
} from '../../../src-shared/sync/team/log/statement.ts';
import {
  admit,
  crypto,
  openDevice,
  openProfile,
  statesOf,
  teamOf,
  tellAll,
  type TestDevice,
} from '../../support/sync/team-members.ts';

/** Signs anything at all; after the team's beginning where nothing else is said. */
function signed(device: TestDevice, said: object, by = device.id): Statement {
  const team = device.state.log()!.team;
  const body = { team, after: [team], ...said } as unknown as Said;
  return makeStatement(body, by, device.state.ownSign().secretKey, crypto);
}

const naming = ({ state }: TestDevice, name = 'x') => {
  const { signKey, boxKey } = state.asker(name);
  return { signKey, boxKey, deviceName: name, memberName: name, colour: '#123456' };
};
/** Where a device was let in: it can say nothing before. */
const admissionOf = (device: TestDevice): string => {
  const found = device.state
    .statements()
    .find(({ text }) => text.includes('"t":"admit"') && text.includes(naming(device).signKey));
  return statementId(found!, crypto);
};

test('a removed member cannot name existing devices with keys of its own, fifty times over', () => {
  for (let team = 0; team < 50; team++) {
    const [alice, bob, mallory] = teamOf('alice', 'bob', 'mallory');
    alice!.state.beginEpoch([mallory!.id]);
    tellAll([alice!, bob!]);
    const before = alice!.state.membership()!.members;
    const after = [admissionOf(mallory!)];
    const forged = [alice!, bob!].flatMap(({ id }) => [
      signed(mallory!, { t: 'admit', after, id, ...naming(mallory!) }),
      signed(mallory!, { t: 'admit', after, ...naming(mallory!), id }, id),
    ]);
    alice!.state.learn(forged);
    expect(alice!.state.membership()!.members).toEqual(before);
  }
});

test('a removed owner cannot undo its removal by a role, nor by an epoch dated back', () => {
  const [alice, bob, mallory] = teamOf('alice', 'bob', 'mallory');
  alice!.state.say({ t: 'role', device: mallory!.id, role: 'owner' });
  tellAll([alice!, bob!, mallory!]);
  const made = mallory!.state.log()!.heads();
  alice!.state.beginEpoch([mallory!.id]);
  tellAll([alice!, bob!]);
  const friend = openDevice('friend');
  const epoch = { t: 'epoch', stays: [mallory!.id], keys: {} };
  const forged = [
    signed(mallory!, { t: 'role', after: made, device: mallory!.id, role: 'owner' }),
    signed(mallory!, { ...epoch, after: made, n: 1, removed: [alice!.id, bob!.id] }),
    signed(mallory!, { ...epoch, after: made, n: 999_999, removed: [alice!.id, bob!.id] }),
    signed(mallory!, { t: 'admit', after: made, ...naming(friend) }),
    signed(mallory!, { t: 'leave', after: made }, bob!.id),
  ];
  for (const one of [...forged, ...forged.toReversed()]) {
    alice!.state.learn([one]);
    bob!.state.learn([one]);
  }
  const here = { alice: 'here', bob: 'here', mallory: 'removed' };
  expect([statesOf(alice!), statesOf(bob!)]).toEqual([here, here]);
  expect(alice!.state.membership()?.epochDue).toEqual([]);
  expect(bob!.state.keyNow()).toEqual(alice!.state.keyNow());
});

test('what an owner said before it left is not brought back by another who is removed', () => {
  const [alice, bob, mallory, eve] = teamOf('alice', 'bob', 'mallory', 'eve');
  for (const { id } of [mallory!, eve!]) alice!.state.say({ t: 'role', device: id, role: 'owner' });
  tellAll([alice!, bob!, mallory!, eve!]);
  const made = alice!.state.log()!.heads();
  const epoch = { t: 'epoch', after: made, n: 1, keys: {} };
  // Mallory removes the founder, and leaves as if it never had.
  bob!.state.learn([signed(mallory!, { ...epoch, removed: [alice!.id], stays: [eve!.id] })]);
  bob!.state.say({ t: 'profile', deviceName: 'bob', memberName: 'bob', colour: '#123456' });
  bob!.state.learn([signed(mallory!, { t: 'leave', after: made })]);
  tellAll([alice!, bob!]);
  alice!.state.beginEpoch([eve!.id]);
  alice!.state.learn([
    signed(eve!, { ...epoch, removed: [alice!.id, mallory!.id], stays: [eve!.id] }),
  ]);
  tellAll([alice!, bob!]);
  const expected = { alice: 'here', bob: 'here', mallory: 'left', eve: 'removed' };
  expect([statesOf(alice!), statesOf(bob!)]).toEqual([expected, expected]);
  expect(bob!.state.keyNow()).toEqual(alice!.state.keyNow());
});

test('an owner who believed a hostile one that the founder is out does not make it so', () => {
  const [alice, bob, mallory] = teamOf('alice', 'bob', 'mallory');
  for (const { id } of [bob!, mallory!]) alice!.state.say({ t: 'role', device: id, role: 'owner' });
  tellAll([alice!, bob!, mallory!]);
  const made = alice!.state.log()!.heads();
  alice!.state.beginEpoch([mallory!.id]);
  const epoch = { t: 'epoch', n: 1, removed: [alice!.id], stays: [bob!.id], keys: {} };
  bob!.state.learn([signed(mallory!, { ...epoch, after: made })]);
  expect(statesOf(bob!)).toEqual({ alice: 'removed', bob: 'here', mallory: 'here' });
  // As bob's laptop does by itself, for the key that the other owner did not seal.
  bob!.state.beginEpoch([]);
  tellAll([alice!, bob!]);
  const expected = { alice: 'here', bob: 'here', mallory: 'removed' };
  expect([statesOf(alice!), statesOf(bob!)]).toEqual([expected, expected]);
});

test('an owner who was made a plain member cannot act as an owner by what it dates back', () => {
  const [alice, bob, mallory] = teamOf('alice', 'bob', 'mallory');
  alice!.state.say({ t: 'role', device: mallory!.id, role: 'owner' });
  tellAll([alice!, bob!, mallory!]);
  const made = mallory!.state.log()!.heads();
  alice!.state.say({ t: 'role', device: mallory!.id, role: 'member' });
  tellAll([alice!, bob!]);
  const epoch = { t: 'epoch', stays: [mallory!.id], keys: {}, n: 1, removed: [alice!.id, bob!.id] };
  alice!.state.learn([signed(mallory!, { ...epoch, after: made })]);
  expect(statesOf(alice!)).toEqual({ alice: 'here', bob: 'here', mallory: 'here' });
});

test('a stranger cannot let anybody in, nor speak for a member', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const mallory = openDevice('mallory');
  const { team } = alice!.state.log()!;
  const own = mallory.state.ownSign().secretKey;
  const said = { t: 'admit', team, after: [team], ...naming(mallory) } as Said;
  const leave = { t: 'leave', team, after: [admissionOf(bob!)] } as Said;
  const taken = alice!.state.learn([
    makeStatement(said, mallory.id, own, crypto),
    makeStatement(said, bob!.id, own, crypto),
    makeStatement(leave, bob!.id, own, crypto),
  ]);
  expect(taken).toMatchObject({ fresh: 0, bad: 3 });
  expect(statesOf(alice!)).toEqual({ alice: 'here', bob: 'here' });
});

test('eighteen made-up guests who say three hundred things each fill nobody’s file', () => {
  const [alice, bob, mallory] = teamOf('alice', 'bob', 'mallory');
  const guests = Array.from({ length: 18 }, () => openDevice('guest'));
  const admitted = guests.map((guest) =>
    signed(mallory!, { t: 'admit', after: [admissionOf(mallory!)], ...naming(guest) }),
  );
  const { team } = alice!.state.log()!;
  const flood = guests.flatMap((guest, at) =>
    Array.from({ length: 300 }, (_, n) => {
      const after = [statementId(admitted[at]!, crypto)];
      const names = { deviceName: `${n}`, memberName: 'x', colour: '#123456' };
      const said = { t: 'profile', team, after, ...names } as Said;
      return makeStatement(said, guest.id, guest.state.ownSign().secretKey, crypto);
    }),
  );
  for (let at = 0; at < flood.length; at += 100)
    alice!.state.learn([...admitted, ...flood.slice(at, at + 100)]);
  expect(alice!.state.statements().length).toBeLessThan(220);
  expect(alice!.state.keys()).toHaveLength(1);
  // There is room for the owner to end it, and the file is read again.
  expect(alice!.state.beginEpoch([mallory!.id, ...guests.map(({ id }) => id)]).ok).toBe(true);
  tellAll([alice!, bob!]);
  expect(statesOf(bob!)['mallory']).toBe('removed');
  const again = openProfile('alice', alice!.profileDir);
  expect(again.state.keyNow()).toEqual(alice!.state.keyNow());
  expect(again.state.statements()).toEqual(alice!.state.statements());
});

test('what one member was told too much of, another still takes in when somebody builds on it', () => {
  const [alice, bob, mallory] = teamOf('alice', 'bob', 'mallory');
  const many = (name: string): Statement[] =>
    Array.from({ length: 250 }, (_, n) => {
      const names = { deviceName: `${name} ${n}`, memberName: 'x', colour: '#123456' };
      return signed(mallory!, { t: 'profile', after: [admissionOf(mallory!)], ...names });
    });
  alice!.state.learn(many('for alice'));
  bob!.state.learn(many('for bob'));
  bob!.state.say({ t: 'profile', deviceName: 'of bob', memberName: 'bob', colour: '#123456' });
  tellAll([alice!, bob!]);
  alice!.state.beginEpoch([mallory!.id]);
  tellAll([alice!, bob!]);
  expect(alice!.state.membership()?.members.get(bob!.id)?.deviceName).toBe('of bob');
  expect(bob!.state.membership()?.members.get(mallory!.id)?.state).toBe('removed');
  expect(bob!.state.keyNow()).toEqual(alice!.state.keyNow());
});

test('a copy with a broken signature does not keep the true statement out', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  alice!.state.say({ t: 'profile', deviceName: 'one', memberName: 'alice', colour: '#123456' });
  alice!.state.say({ t: 'profile', deviceName: 'two', memberName: 'alice', colour: '#123456' });
  const [one, two] = alice!.state.statements().slice(-2) as [Statement, Statement];
  bob!.state.learn([{ ...two, signature: 'c2ln' }]);
  bob!.state.learn([two]);
  bob!.state.learn([one]);
  expect(bob!.state.membership()?.members.get(alice!.id)?.deviceName).toBe('two');
});

test('other spellings of a statement, and statements that name nothing, are not taken in', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const { team } = alice!.state.log()!;
  const leave = { t: 'leave', team, after: [admissionOf(bob!)] };
  const resigned = (text: string): Statement => {
    const signature = bob!.state.ownSign().secretKey;
    const domain = `rapport:statement:2\n${bob!.id}\n${text}`;
    return { text, by: bob!.id, signature: crypto.sign(signature, domain) };
  };
  const deep = `{"after":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  const taken = alice!.state.learn([
    resigned(JSON.stringify(leave)),
    resigned(JSON.stringify({ ...leave, after: [] })),
    resigned(deep),
    resigned('no JSON'),
  ]);
  expect(taken).toMatchObject({ fresh: 0, bad: 4 });
  expect(statesOf(alice!)).toEqual({ alice: 'here', bob: 'here' });
});

test('a guest is let in by nobody but whoever was in', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const guest = openDevice('guest');
  const further = openDevice('further');
  admit(bob!, guest);
  admit(guest, further);
  alice!.state.beginEpoch([bob!.id]);
  alice!.state.learn(further.state.statements());
  expect(statesOf(alice!)).toEqual({ alice: 'here', bob: 'removed' });
});
