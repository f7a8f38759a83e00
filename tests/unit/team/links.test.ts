// Two hosts' ends of a link, joined by hand: who may speak and who may not.

import { expect, test } from 'vitest';

import { createLinks, type Links } from '../../../src-main/host/team/links/links.ts';
import { createExchange } from '../../../src-shared/sync/exchange.ts';
import { openReplica } from '../../support/sync/replica.ts';
import { crypto, teamOf, tellAll, type TestDevice } from '../../support/sync/team-members.ts';

type End = {
  id: string;
  links: Links;
  told: (string | undefined)[];
  refused: string[];
  out: Uint8Array[];
};

function endOf(device: TestDevice, instance = device.id): End {
  const replica = openReplica(device.id);
  const exchange = createExchange({
    store: replica.store,
    epoch: device.id,
    context: () => replica.context,
    onChange: () => undefined,
    onVerdict: () => undefined,
    later: (work) => queueMicrotask(work),
    onBug: (error) => {
      throw error;
    },
  });
  const end: Omit<End, 'links'> = { id: device.id, told: [], refused: [], out: [] };
  const links = createLinks({
    state: device.state,
    crypto,
    device: { id: device.id },
    instance,
    exchange: () => exchange,
    send: (_link, bytes) => end.out.push(bytes),
    tell: (_link, who) => end.told.push(who),
    onLinked: () => undefined,
    onUnlinked: () => undefined,
    onRefused: (why) => end.refused.push(why),
    onStatements: (statements) => device.state.learn(statements),
    onFile: () => undefined,
    later: () => () => undefined,
  });
  return { links, ...end };
}

const fingerprints: [string, string] = ['sha-256 aa', 'sha-256 bb'];
const open = (end: End, epoch: string, prints = fingerprints): void =>
  end.links.open({ link: 'l', fingerprints: prints, epoch, purpose: 'records' });

/** Hands everything over until both have nothing to say. */
function converse(a: End, b: End): void {
  for (let left = 50; left > 0 && a.out.length + b.out.length > 0; left--) {
    for (const bytes of a.out.splice(0)) b.links.receive('l', bytes);
    for (const bytes of b.out.splice(0)) a.links.receive('l', bytes);
  }
}

test('two members of one team come to know each other', () => {
  const [alice, bob] = teamOf('alice', 'bob').map((device) => endOf(device));
  open(alice!, '0');
  open(bob!, '0', ['sha-256 bb', 'sha-256 aa']);
  converse(alice!, bob!);
  expect(alice!.told).toEqual([bob!.id]);
  expect(bob!.told).toEqual([alice!.id]);
});

test('another certificate in between is noticed', () => {
  const [alice, bob] = teamOf('alice', 'bob').map((device) => endOf(device));
  open(alice!, '0');
  open(bob!, '0', ['sha-256 bb', 'sha-256 mallory']);
  converse(alice!, bob!);
  expect(alice!.refused).toEqual(['forged']);
  expect(alice!.told).toEqual([undefined]);
});

test('a member that was removed is refused, and learns why', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol');
  alice!.state.beginEpoch([carol!.id]);
  tellAll([alice!, bob!]);
  const [bobs, carols] = [endOf(bob!), endOf(carol!)];
  open(bobs, '0');
  open(carols, '0', ['sha-256 bb', 'sha-256 aa']);
  converse(bobs, carols);
  expect(bobs.refused).toEqual(['gone']);
  expect(carol!.state.membership()?.members.get(carol!.id)?.state).toBe('removed');
});

test('a recorded hello is worth nothing on another connection', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  const [first, bobs] = [endOf(alice!), endOf(bob!)];
  open(first, '0');
  open(bobs, '0', ['sha-256 bb', 'sha-256 aa']);
  const recorded: Uint8Array[] = [];
  for (let left = 10; left > 0; left--) {
    for (const bytes of first.out.splice(0)) bobs.links.receive('l', bytes);
    for (const bytes of bobs.out.splice(0)) {
      recorded.push(bytes);
      first.links.receive('l', bytes);
    }
  }
  expect(first.told).toEqual([bob!.id]);
  const again = endOf(alice!);
  open(again, '0');
  for (const bytes of recorded) again.links.receive('l', bytes);
  expect(again.told).toEqual([undefined]);
  expect(again.refused).toEqual(['forged']);
});

test('one key on two machines is told apart from two windows of one', () => {
  const [alice] = teamOf('alice');
  const [here, copy] = [endOf(alice!, 'one'), endOf(alice!, 'two')];
  open(here, '0');
  open(copy, '0', ['sha-256 bb', 'sha-256 aa']);
  converse(here, copy);
  expect(here.refused).toEqual(['self']);
  const [again, window] = [endOf(alice!, 'one'), endOf(alice!, 'one')];
  open(again, '0');
  open(window, '0', ['sha-256 bb', 'sha-256 aa']);
  converse(again, window);
  expect(again.refused).toEqual([]);
});

test('nothing but hello is listened to before', () => {
  const [alice] = teamOf('alice', 'bob').map((device) => endOf(device));
  open(alice!, '0');
  const batch = Buffer.from(`\u0000${JSON.stringify({ t: 'give', items: [] })}`);
  alice!.links.receive('l', batch);
  expect(alice!.told).toEqual([undefined]);
  const garbage = endOf(teamOf('x')[0]!);
  open(garbage, '0');
  garbage.links.receive('l', new Uint8Array([7, 1, 2, 3]));
  expect(garbage.told).toEqual([undefined]);
});

test('a link in the room of an epoch that is not known is not opened', () => {
  const alice = endOf(teamOf('alice')[0]!);
  open(alice, '9-unknown');
  expect(alice.told).toEqual([undefined]);
  expect(alice.out).toEqual([]);
});

test('a hello of the version before, or of a later one, is refused for what it is', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  for (const [v, why] of [
    [1, 'earlier'],
    [3, 'later'],
  ] as const) {
    const end = endOf(alice!);
    open(end, '0');
    const hello = { t: 'hello', v, device: bob!.id, instance: 'x', nonce: 'n'.repeat(32) };
    end.links.receive('l', Buffer.from(`\u0000${JSON.stringify({ ...hello, statements: 'x' })}`));
    expect(end.refused).toEqual([why]);
    expect(end.told).toEqual([undefined]);
  }
});

test('what one missed of the team comes with the greeting, in pieces', () => {
  const [alice, bob] = teamOf('alice', 'bob');
  for (let at = 0; at < 60; at++)
    alice!.state.say({ t: 'profile', deviceName: `${at}`, memberName: 'alice', colour: '#123456' });
  const [first, second] = [endOf(alice!), endOf(bob!)];
  open(first, '0');
  open(second, '0', ['sha-256 bb', 'sha-256 aa']);
  converse(first, second);
  expect(first.told).toEqual([bob!.id]);
  expect(bob!.state.membership()?.members.get(alice!.id)?.deviceName).toBe('59');
});
