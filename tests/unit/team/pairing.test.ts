// What a thief of an invite can do with it: ask a few times, seen, and no more.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { startJoining, type Joining } from '../../../src-main/host/team/pairing/joining.ts';
import { createInviting, type Inviting } from '../../../src-main/host/team/pairing/inviting.ts';
import { secretOf } from '../../../src-shared/sync/team/invite.ts';
import { inviteKeys } from '../../../src-shared/sync/team/invite.ts';
import {
  commitOf,
  openPairing,
  type PairingMessage,
  pairingVersion,
} from '../../../src-shared/sync/team/pairing.ts';
import { crypto, type TestDevice, openDevice } from '../../support/sync/team-members.ts';

type Table = {
  topics: Map<string, Set<(data: unknown) => void>>;
  listen: (topic: string, listener: (data: unknown) => void) => () => void;
  publish: (topic: string, data: string) => void;
};

let alice: TestDevice;
let table: Table;
let inviting: Inviting;
const missed: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  missed.length = 0;
  alice = openDevice('alice');
  alice.state.make('Studio', 'Alice');
  table = openTable();
  inviting = invitingOf(alice);
  inviting.begin();
});
afterEach(() => {
  inviting.close();
  vi.useRealTimers();
});

function openTable(): Table {
  const topics: Table['topics'] = new Map();
  return {
    topics,
    listen: (topic, listener) => {
      const all = topics.get(topic) ?? new Set();
      topics.set(topic, all.add(listener));
      return () => all.delete(listener);
    },
    publish: (topic, data) => {
      for (const hear of topics.get(topic) ?? []) hear(data);
    },
  };
}

const nothing = (): void => undefined;

const invitingOf = (device: TestDevice): Inviting =>
  createInviting({
    state: device.state,
    file: device.file,
    crypto,
    now: Date.now,
    later: (work, ms) => void setTimeout(work, ms),
    listen: table.listen,
    publish: table.publish,
    onChange: nothing,
    onAsked: nothing,
    onKnown: () => undefined,
    onMissed: ({ memberName }) => missed.push(memberName),
    onLetIn: nothing,
  });

const secretNow = (): string => secretOf(inviting.current()?.words ?? '') ?? '';

function join(secret: string, device: TestDevice, memberName: string): Joining {
  return startJoining({
    secret,
    asker: device.state.asker(memberName),
    crypto,
    openSealed: device.state.openSealed,
    listen: table.listen,
    publish: table.publish,
    every: (work, ms) => {
      const timer = setInterval(work, ms);
      return () => clearInterval(timer);
    },
    onChange: nothing,
    onWelcome: (welcome) => void device.state.join(welcome),
  });
}

/** Asks as a thief does: says what it likes, and counts what is answered. */
function openThief(secret: string) {
  const { topic, key } = inviteKeys(secret, crypto);
  const heard: PairingMessage[] = [];
  const thief = openDevice('thief');
  table.listen(topic, (data) => {
    const message = openPairing(data, key, crypto);
    if (message !== undefined) heard.push(message);
  });
  const say = (message: PairingMessage): void =>
    table.publish(topic, crypto.seal(key, JSON.stringify(message)));
  return {
    replies: () => heard.filter(({ t }) => t === 'reply').length,
    ask: (ask: string, nonce = crypto.random(24), name = 'Bob') => {
      const asker = thief.state.asker(name);
      say({ t: 'ask', ask, commit: commitOf(nonce, asker, crypto), asker, v: pairingVersion });
      return nonce;
    },
    reveal: (ask: string, nonce: string) => say({ t: 'reveal', ask, nonce }),
  };
}

test('three requests that are not gone through with end the invite, and are told of', () => {
  const thief = openThief(secretNow());
  for (let at = 0; at < 3; at++) {
    expect(inviting.current()).toBeDefined();
    thief.ask(`a${at}`);
    vi.advanceTimersByTime(60_000);
  }
  expect(missed).toHaveLength(3);
  expect(inviting.current()).toBeUndefined();
  expect(inviting.isTried()).toBe(true);
  thief.ask('once more');
  expect(thief.replies()).toBe(3);
  inviting.begin();
  expect(inviting.isTried()).toBe(false);
  expect(inviting.current()).toBeDefined();
});

test('a number that was not committed to counts like none', () => {
  const thief = openThief(secretNow());
  for (let at = 0; at < 3; at++) {
    thief.ask(`a${at}`);
    thief.reveal(`a${at}`, crypto.random(24));
  }
  expect(inviting.isTried()).toBe(true);
  expect(inviting.requests()).toEqual([]);
});

test('however often and fast it is asked, an invite gives eight chances at the digits, also after a restart', () => {
  const thief = openThief(secretNow());
  for (let at = 0; at < 5; at++) thief.ask(`a${at}`);
  inviting.close();
  inviting = invitingOf(alice);
  for (let at = 0; at < 5_000; at++) thief.ask(`b${at}`);
  expect(thief.replies()).toBe(8);
  expect(inviting.isTried()).toBe(true);
});

test('silent requests do not keep the newcomer out', () => {
  const secret = secretNow();
  const thief = openThief(secret);
  for (const ask of ['a', 'b']) thief.ask(ask);
  const bob = openDevice('bob');
  const joining = join(secret, bob, 'Bob');
  const [request] = inviting.requests();
  expect(joining.info()).toMatchObject({ state: 'code', code: request?.code });
  expect(inviting.answer(request?.ask ?? '', true).ok).toBe(true);
  expect(bob.state.keyNow()).toBeUndefined();
  expect(joining.confirm()).toBe(true);
  expect(bob.state.keyNow()).toBeDefined();
  joining.close();
});

test('one invite lets one laptop in, whoever else has asked, and none after a restart', () => {
  const secret = secretNow();
  const [bob, carol] = [openDevice('bob'), openDevice('carol')];
  const [first, second] = [join(secret, bob, 'Bob'), join(secret, carol, 'Carol')];
  const [one, other] = inviting.requests();
  expect(inviting.answer(one?.ask ?? '', true).ok).toBe(true);
  expect(inviting.answer(other?.ask ?? '', true).ok).toBe(false);
  expect(inviting.requests()).toEqual([]);
  expect(second.info()).toMatchObject({ state: 'refused' });
  inviting.close();
  inviting = invitingOf(alice);
  const dave = openDevice('dave');
  const third = join(secret, dave, 'Dave');
  expect(inviting.requests()).toEqual([]);
  expect(dave.state.keyNow()).toBeUndefined();
  for (const joining of [first, second, third]) joining.close();
});

test('a name is shown without what turns or hides letters', () => {
  const thief = openThief(secretNow());
  const name = 'Bob\u202egnp.\u200b\u2066 \n the\u00ad owner';
  const nonce = thief.ask('a', crypto.random(24), name);
  thief.reveal('a', nonce);
  expect(inviting.requests()[0]?.memberName).toBe('Bobgnp. the owner');
  const invisible = thief.ask('b', crypto.random(24), '\u200b\u2060');
  thief.reveal('b', invisible);
  expect(inviting.requests()[1]?.memberName).toBe('?');
});
