// A device that was removed tries to get back in with all it has from before. Its
// teammates' windows are taken to be as careless as can be: they open a link for whatever
// it likes, also in the room that it cannot know. Nothing comes of it.

import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startGossip } from '../../src-main/host/team/identity/gossip.ts';
import { openHub } from '../../src-main/host/team/network/hub.ts';
import { decodeLinkMessage, encodeLinkMessage } from '../../src-main/host/team/links/link-codec.ts';
import { createLinks, type Links } from '../../src-main/host/team/links/links.ts';
import { hubKeysOf, netConfigOf } from '../../src-main/host/team/network/net-config.ts';
import type { NetConfig } from '../../src-shared/bridge/team-types.ts';
import { runCommand } from '../../src-shared/records/run-command.ts';
import { createDigest } from '../../src-shared/sync/digest.ts';
import { parseItems } from '../../src-shared/sync/messages.ts';
import { type Hello, proofText } from '../../src-shared/sync/team/hello.ts';
import type { Said } from '../../src-shared/sync/team/log/said.ts';
import { makeStatement, type Statement } from '../../src-shared/sync/team/log/statement.ts';
import { openHubClient } from '../support/network/hub-client.ts';
import { closeNode, type HostNode, openNode } from '../support/network/host-net.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';
import {
  admit,
  crypto,
  openDevice,
  openProfile,
  statesOf,
  teamOf,
  tellAll,
  type TestDevice,
} from '../support/sync/team-members.ts';

type End = {
  name: string;
  device: TestDevice;
  node: HostNode;
  links: Links;
  /** Where what is sent over a link goes. */
  wires: Map<string, (bytes: Uint8Array) => void>;
  /** Links that are open, and those whose other side has proven itself. */
  open: Set<string>;
  proven: Map<string, string>;
  refused: string[];
  /** Ends of waits for hellos that have not come. */
  waits: Set<() => void>;
};

const attempts = testRuns(200);
let alice: End;
let bob: End;
let carol: End;
/** All that went over the links before the removal, by sender. */
const recorded = new Map<string, Uint8Array[]>();
let oldStatements: Statement[] = [];
/** What the log ended with while the removed one still belonged. */
let oldHeads: string[] = [];
const idOf = ({ device }: End): string => device.id;
const oldKey = (): string => carol.device.state.keys()[0]?.key ?? '';
const signKey = (): string => carol.device.state.ownSign().secretKey;

async function openEnd(device: TestDevice): Promise<End> {
  const node = await openNode(device.id);
  const end: Omit<End, 'links'> = {
    name: device.name,
    device,
    node,
    wires: new Map(),
    open: new Set(),
    proven: new Map(),
    refused: [],
    waits: new Set(),
  };
  const links = createLinks({
    state: device.state,
    crypto,
    device: { id: device.id },
    instance: `${device.name}-1`,
    exchange: () => node.exchange,
    send: (link, bytes) => end.wires.get(link)?.(bytes),
    tell: (link, whose) => {
      if (whose === undefined) end.open.delete(link);
      else end.proven.set(link, whose);
    },
    onLinked: () => undefined,
    onUnlinked: () => undefined,
    onRefused: (why) => end.refused.push(why),
    onStatements: (statements) => device.state.learn(statements),
    onFile: () => undefined,
    later: (work) => {
      end.waits.add(work);
      return () => end.waits.delete(work);
    },
  });
  return { ...end, links };
}

function openLink(end: End, link: string, epoch: string, prints = printsOf(link)): void {
  end.open.add(link);
  end.links.open({ link, fingerprints: prints, epoch, purpose: 'records' });
}

const printsOf = (link: string): [string, string] => [`sha-256 ${link} a`, `sha-256 ${link} b`];

/** Two ends of one link, which carry each other's bytes a turn later. */
async function meet(a: End, b: End, link: string): Promise<void> {
  const carry = (from: End, to: End): void =>
    void from.wires.set(link, (bytes) => {
      recorded.set(from.name, [...(recorded.get(from.name) ?? []), bytes]);
      setImmediate(() => to.links.receive(link, bytes));
    });
  carry(a, b);
  carry(b, a);
  const epoch = a.device.state.keyNow()?.id ?? '';
  openLink(a, link, epoch);
  openLink(b, link, epoch);
  await until(() => a.proven.get(link) === b.device.id && b.proven.get(link) === a.device.id);
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 4_000; !(await isSo()); left--) {
    if (left === 0) throw new Error('waited in vain');
    await wait(5);
  }
}

async function addPerson({ node }: End, name: string): Promise<string> {
  const records = [{ kind: 'person', fields: { given: name } }];
  const made = await runCommand(node.store, { type: 'create', records }, node.context);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.ids[0] ?? '';
}

const has = async ({ node }: End, id: string): Promise<boolean> =>
  (await node.store.get('people', [id])).has(id);

beforeAll(async () => {
  const devices = teamOf('alice', 'bob', 'carol');
  [alice, bob, carol] = (await Promise.all(devices.map(openEnd))) as [End, End, End];
  await meet(alice, bob, 'alice-bob');
  await meet(alice, carol, 'alice-carol');
  await meet(bob, carol, 'bob-carol');
  const before = await addPerson(carol, 'While still a member');
  for (const end of [alice, bob]) await until(() => has(end, before));
  oldStatements = [...carol.device.state.statements()];
  oldHeads = carol.device.state.log()?.heads() ?? [];
});
afterAll(async () => {
  for (const { node, device } of [alice, bob, carol]) {
    await closeNode(node);
    rmSync(device.profileDir, { recursive: true, force: true });
  }
});

/** What the removed one sees and can do on one link. */
type Try = {
  victim: End;
  other: End;
  link: string;
  epoch: string;
  prints: [string, string];
  /** Hello of the victim on this link. */
  theirs: Hello;
  heard: Uint8Array[];
  say: (message: object) => void;
};

const hello = (device: string): Hello => ({
  t: 'hello',
  v: 2,
  device,
  instance: crypto.random(8),
  nonce: crypto.random(24),
  heads: crypto.seal(oldKey(), JSON.stringify(oldHeads)),
});

/** Says hello and proves it as well as it can be proven with a key. */
function introduce(
  { theirs, prints, epoch, say }: Try,
  ours: Hello,
  key = signKey(),
  statements: readonly Statement[] = oldStatements,
): void {
  const text = proofText(ours, theirs, { team: team(), epoch, fingerprints: prints });
  say(ours);
  say({ t: 'statements', sealed: crypto.seal(oldKey(), JSON.stringify(statements)) });
  say({ t: 'proof', signature: crypto.sign(key, text) });
}

const signed = (said: object): Statement => {
  const whole = { team: team(), after: oldHeads, ...said } as unknown as Said;
  return makeStatement(whole, idOf(carol), signKey(), crypto);
};
const team = (): string => carol.device.state.membership()?.team ?? '';
const ownStatements = (): Statement[] => [
  signed({ t: 'epoch', n: 1, stays: [idOf(carol)], removed: [idOf(alice)], keys: {} }),
  signed({ t: 'epoch', n: 9, stays: [idOf(carol)], removed: [idOf(alice)], keys: {} }),
  signed({ t: 'role', device: idOf(carol), role: 'owner' }),
  signed({ t: 'leave', device: idOf(bob) }),
];

const ways: ((one: Try) => void)[] = [
  // As it always did.
  (one) => introduce(one, hello(idOf(carol))),
  // Byte for byte what it, or a member, said before the removal.
  (one) => replay(one, 'carol'),
  (one) => replay(one, one.other.name),
  // What the other says on this very link, back to it.
  (one) => one.heard.splice(0).forEach((bytes) => one.victim.links.receive(one.link, bytes)),
  // As somebody else: a member, the victim itself, nobody.
  (one) => introduce(one, hello(idOf(one.other))),
  (one) => introduce(one, hello(idOf(one.victim))),
  (one) => introduce(one, hello('nobody')),
  // With the proof for the old room, or by a key that nobody knows.
  (one) => introduce({ ...one, epoch: '0' }, hello(idOf(carol))),
  (one) => introduce(one, hello(idOf(carol)), crypto.newSignKeys().secretKey),
  // With statements of its own: it stays, somebody comes, somebody else goes.
  (one) => introduce(one, hello(idOf(carol)), signKey(), ownStatements()),
  (one) => {
    const friend = openDevice('friend');
    admit(carol.device, friend);
    const { secretKey } = friend.state.ownSign();
    introduce(one, hello(friend.id), secretKey, friend.state.statements());
    rmSync(friend.profileDir, { recursive: true, force: true });
  },
  // Over the links it had, and without any hello.
  (one) => records.forEach((message) => receive(one.victim, `${one.victim.name}-carol`, message)),
  (one) => records.forEach(one.say),
  // Hello without a proof, twice, or a proof alone.
  (one) => one.say(hello(idOf(carol))),
  (one) => [hello(idOf(carol)), hello(idOf(carol))].forEach(one.say),
  (one) => one.say({ t: 'proof', signature: crypto.sign(signKey(), 'anything') }),
  silence,
  // Between two members, passing on what each of them says.
  relay,
];

const receive = ({ links }: End, link: string, message: object): void =>
  links.receive(link, encodeLinkMessage(message));

function silence(): void {}

function replay({ victim, link }: Try, name: string): void {
  for (const bytes of recorded.get(name) ?? []) victim.links.receive(link, bytes);
}

function relay({ victim, other, link, epoch, heard }: Try): void {
  const further = `${link}-further`;
  const back: Uint8Array[] = [];
  other.wires.set(further, (bytes) => back.push(bytes));
  openLink(other, further, epoch);
  for (let left = 10; left > 0; left--) {
    for (const bytes of heard.splice(0)) other.links.receive(further, bytes);
    for (const bytes of back.splice(0)) victim.links.receive(link, bytes);
  }
}

const origin = { by: 'c', device: 'carol', at: 1, source: { type: 'typed' } };
const row = { kind: 'person', createdAt: 1, origin, fields: { given: 'C' }, sets: {}, note: '' };
const items = [{ c: 'people', id: 'from-removed', row }];
/** Good messages of a member, which must not be listened to. */
const records: object[] = [
  { t: 'open', v: 1, epoch: 'epoch-carol', have: null },
  { t: 'give', items },
  { t: 'batch', epoch: 'epoch-carol', from: {}, at: { people: 1 }, left: 0, items },
  { t: 'want', c: 'people', ids: ['from-removed'] },
];

type Attempt = Pick<Try, 'victim' | 'link' | 'epoch' | 'prints'> & { said: Uint8Array[] };

/** Opens a link for the removed one, lets it have its way and then say records anyway. */
function attempt({ said, ...where }: Attempt, way: (one: Try) => void): void {
  const { victim, link, epoch, prints } = where;
  const heard: Uint8Array[] = [];
  victim.wires.set(link, (bytes) => void (heard.push(bytes), said.push(bytes)));
  openLink(victim, link, epoch, prints);
  const other = victim === alice ? bob : alice;
  const theirs = decodeLinkMessage(heard[0] ?? new Uint8Array()) as Hello;
  const say = (message: object): void => receive(victim, link, message);
  way({ ...where, other, theirs, heard, say });
  if (way !== silence) records.forEach(say);
}

const turns = async (): Promise<void> => {
  for (let left = 20; left > 0; left--) await new Promise((resolve) => setImmediate(resolve));
};

/** What must be the same after all attempts as before them. */
const pictureOf = async ({ node, links, device, open, proven }: End): Promise<object> => ({
  sums: await createDigest(node.store).sums(),
  people: await node.store.count('people'),
  teammates: [...node.exchange.peers.keys()],
  traffic: links.traffic(idOf(carol)),
  linked: [...links.linked()],
  open: [...open],
  proven: [...proven],
  key: device.state.keyNow(),
  here: Object.entries(statesOf(device)).filter(([, state]) => state === 'here'),
});

test('while it is a member the same words open a link, and the same records arrive', async () => {
  const where = { victim: alice, link: 'member', epoch: '0', prints: printsOf('member'), said: [] };
  attempt(where, (one) => introduce(one, hello(idOf(carol))));
  expect(alice.proven.get('member')).toBe(idOf(carol));
  expect(parseItems(items).known).toHaveLength(1);
  await until(() => has(alice, 'from-removed'));
  await until(() => has(bob, 'from-removed'));
});

test('two hundred attempts of a removed device are all refused', async () => {
  alice.device.state.beginEpoch([idOf(carol)]);
  tellAll([alice.device, bob.device]);
  for (const { links } of [alice, bob]) links.review();
  items.splice(0, 1, { c: 'people', id: 'after-removal', row });
  const news = await addPerson(alice, 'News');
  await until(() => has(bob, news));
  await turns();
  const before = await Promise.all([alice, bob].map(pictureOf));
  expect(before).toMatchObject([{ open: ['alice-bob'] }, { open: ['alice-bob'] }]);

  const random = seededRandom(testSeed);
  const said: Uint8Array[] = [];
  for (let at = 0; at < attempts; at++) {
    const victim = random() < 0.5 ? alice : bob;
    const epoch = random() < 0.5 ? '0' : (victim.device.state.keyNow()?.id ?? '');
    const way = ways[at % ways.length] as (one: Try) => void;
    const link = `try-${at}`;
    // At times with the very certificates of two members.
    const prints = printsOf(random() < 0.5 ? 'alice-bob' : link);
    attempt({ victim, link, epoch, prints, said }, way);
    if (at % 20 !== 19) continue;
    // Ten seconds later.
    for (const { waits } of [alice, bob]) for (const giveUp of waits) giveUp();
    await turns();
  }
  for (const { waits } of [alice, bob]) for (const giveUp of waits) giveUp();
  await turns();

  const after = await Promise.all([alice, bob].map(pictureOf));
  expect(after, `TEST_SEED=${testSeed}`).toEqual(before);
  for (const end of [alice, bob]) {
    expect(await has(end, 'after-removal')).toBe(false);
    expect(end.waits.size).toBe(0);
  }
  const whys = [...alice.refused, ...bob.refused];
  expect(new Set(whys)).toEqual(new Set(['gone', 'forged', 'unknown', 'self']));
  expect(said.length).toBeGreaterThanOrEqual(attempts);
  const kinds = said.map((bytes) => (decodeLinkMessage(bytes) as { t: string }).t);
  expect(new Set(kinds)).toEqual(new Set(['hello', 'statements', 'proof']));

  alice.links.close('alice-bob');
  bob.links.close('alice-bob');
  await meet(alice, bob, 'again');
  const later = await addPerson(bob, 'Later');
  await until(() => has(alice, later));
});

test('nobody comes in by way of a friend of somebody it lets in', () => {
  const [friend, further] = [openDevice('guest'), openDevice('further')];
  admit(carol.device, friend);
  admit(friend, further);
  alice.device.state.learn(further.state.statements());
  const names = Object.keys(statesOf(alice.device));
  expect(names).toEqual(['alice', 'bob', 'carol']);
});

/** The gossip of a member over a hub of its own, and a window of its in the room in force. */
async function openSignaling(member: End) {
  const hub = await openHub({
    port: 0,
    host: '127.0.0.1',
    keys: () => hubKeysOf(member.device.state),
    onLinks: () => undefined,
  });
  const heard: unknown[] = [];
  const window = hub.local((message) => heard.push(message));
  const { state } = member.device;
  const room = netOf(member, state.keyNow()?.key ?? '').room;
  window.say({ type: 'subscribe', topics: [room] });
  const listeners: ((data: unknown) => void)[] = [];
  const gossip = startGossip({
    state,
    crypto,
    listen: (topic, listener) => {
      listeners.push(listener);
      return hub.listen(topic, listener);
    },
    publish: hub.publish,
    now: Date.now,
    onStatements: (statements) => state.learn(statements),
    onHeads: () => undefined,
    onFlood: () => undefined,
  });
  return { hub, heard, room, gossip, listeners };
}

function netOf({ device, name }: End, key: string): NetConfig {
  const me = device.state.membership()?.members.get(device.id);
  if (me === undefined) throw new Error(`${name} is unknown`);
  return netConfigOf(me, { id: '', key }, 1, {});
}

const sealedGossip = (text: string): string => crypto.seal(crypto.derive(oldKey(), 'gossip'), text);

test('with the old room, password and topics it meets nobody and learns no new key', async () => {
  const before = await pictureOf(alice);
  const { hub, heard, room, gossip } = await openSignaling(alice);
  const oldKeys = [{ secret: crypto.derive(oldKey(), 'hub-proof') }];
  const { socket, heard: answers, say, answered } = await openHubClient(hub.port, oldKeys);
  const old = netOf(carol, oldKey());
  const topic = `g${crypto.derive(oldKey(), 'gossip-topic').slice(0, 24)}`;
  say({ type: 'subscribe', topics: [old.room, topic] });
  const announce = crypto.seal(old.password, JSON.stringify({ type: 'announce', from: 'carol' }));
  const statements = [...oldStatements, ...ownStatements()];
  for (let at = 0; at < 100; at++) {
    say({ type: 'publish', topic: old.room, data: announce });
    say({
      type: 'publish',
      topic,
      data: sealedGossip(JSON.stringify({ heads: oldHeads, statements })),
    });
  }
  await answered();
  expect(old.room).not.toBe(room);
  expect(heard).toEqual([]);
  expect(await pictureOf(alice)).toEqual(before);
  const told = answers.filter((answer) => answer.topic === topic).map(({ data }) => String(data));
  const texts = told.map((data) => crypto.open(crypto.derive(oldKey(), 'gossip'), data) ?? '{}');
  for (const text of texts) carol.device.state.learn(JSON.parse(text).statements ?? []);
  expect(statesOf(carol.device)['carol']).toBe('removed');
  expect(carol.device.state.keyNow()).toBeUndefined();
  socket.terminate();
  gossip.close();
  await hub.close();
});

test('text under the old key that is no JSON is passed over', async () => {
  const { hub, gossip, listeners } = await openSignaling(alice);
  for (const hear of listeners) expect(() => hear(sealedGossip('no JSON'))).not.toThrow();
  const broken = crypto.seal(oldKey(), 'no JSON');
  openLink(alice, 'broken', '0');
  const heads = { ...hello(idOf(carol)), heads: broken };
  expect(() => receive(alice, 'broken', heads)).not.toThrow();
  expect(() => receive(alice, 'broken', { t: 'statements', sealed: broken })).not.toThrow();
  alice.links.close('broken');
  gossip.close();
  await hub.close();
});

test('a flood of what nobody signed costs its sender the link, and is said', () => {
  const made = Array.from({ length: 100 }, (_, at) => ({
    ...signed({ t: 'leave' }),
    signature: `${at}`,
  }));
  const refused = bob.refused.length;
  openLink(bob, 'many', '0');
  receive(bob, 'many', hello(idOf(carol)));
  const sealed = crypto.seal(oldKey(), JSON.stringify(made));
  for (let left = 10; left > 0; left--) receive(bob, 'many', { t: 'statements', sealed });
  expect(bob.refused.slice(refused)).toEqual(['flood']);
  expect(bob.open.has('many')).toBe(false);
});

test('however much it makes up, a member knows its team after a restart', () => {
  const random = seededRandom(testSeed);
  const flood = Array.from({ length: 2_000 }, () =>
    signed({ t: 'profile', deviceName: `${random()}`, memberName: 'x', colour: '#123456' }),
  );
  for (let at = 0; at < flood.length; at += 100) bob.device.state.learn(flood.slice(at, at + 100));
  const again = openProfile('bob', bob.device.profileDir);
  expect(again.state.log()?.team).toBe(team());
  expect(again.state.keyNow()).toEqual(bob.device.state.keyNow());
});
