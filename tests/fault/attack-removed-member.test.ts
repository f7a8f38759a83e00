// A laptop that was removed listens with all it has from before, and asks again as anybody
// may who was given an invite. (Its links, statements and files: removed-device.test.ts,
// membership-attacks.test.ts, bundle.test.ts.)

import { rmSync } from 'node:fs';

import { afterEach, expect, test } from 'vitest';

import { gossipTopic, startGossip } from '../../src-main/host/team/identity/gossip.ts';
import { createGreeter } from '../../src-main/host/team/links/greeting.ts';
import { openHub } from '../../src-main/host/team/network/hub.ts';
import { hubKeysOf } from '../../src-main/host/team/network/net-config.ts';
import { statementId, type Statement } from '../../src-shared/sync/team/log/statement.ts';
import {
  invitingHost,
  joinWindows,
  letInHost,
  openPlainHost,
} from '../support/network/host-pair.ts';
import { openHubClient } from '../support/network/hub-client.ts';
import { admit, crypto, openDevice, tellAll, teamOf } from '../support/sync/team-members.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Told = { heads: string[]; statements: Statement[] };

test('in the old room it hears how its time ended, and nothing of who came or what was said since', async () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol') as [Device, Device, Device];
  const dave = openDevice('dave');
  for (const { profileDir } of [alice, bob, carol, dave])
    closers.push(() => rmSync(profileDir, { recursive: true, force: true }));
  const oldKey = carol.state.keys()[0]?.key ?? '';
  const secret = crypto.derive(oldKey, 'gossip');
  alice.state.beginEpoch([carol.id]);
  const untilRemoval = new Set(idsOf(alice));
  tellAll([alice, bob]);
  const { hub, gossip } = await openGossip(alice);
  const old = [{ secret: crypto.derive(oldKey, 'hub-proof') }];
  const client = await openHubClient(hub.port, old);
  closers.push(() => client.socket.terminate());
  const topic = gossipTopic(oldKey, crypto);
  client.say({ type: 'subscribe', topics: [topic] });
  await client.answered();
  // Somebody comes, and both say something of themselves.
  admit(alice, dave);
  alice.state.say({ t: 'profile', deviceName: 'new', memberName: 'Al', colour: '#123456' });
  gossip.tell();
  const heads = carol.state.log()?.heads() ?? [];
  const asks = [heads, [], idsOf(alice).slice(-1)];
  for (const told of asks) {
    const data = crypto.seal(secret, JSON.stringify({ heads: told, statements: [] }));
    client.say({ type: 'publish', topic, data });
  }
  await client.answered();
  const told = client.heard.flatMap(({ data }): Told[] => {
    const text = crypto.open(secret, String(data));
    return text === undefined ? [] : [JSON.parse(text) as Told];
  });
  const ids = told.flatMap((one) => [
    ...one.heads,
    ...one.statements.map((statement) => statementId(statement, crypto)),
  ]);
  expect(told.some(({ statements }) => statements.length > 0)).toBe(true);
  expect(ids.filter((id) => !untilRemoval.has(id))).toEqual([]);
  // The greeting of a link that is made there says no more.
  const greeter = createGreeter({
    state: alice.state,
    crypto,
    device: { id: alice.id },
    instance: 'one',
    onStatements: alice.state.learn,
  });
  const hello = greeter.hello('0')?.heads ?? '';
  const greeted = JSON.parse(crypto.open(oldKey, hello) ?? '[]') as string[];
  expect(greeted.length).toBeGreaterThan(0);
  expect(greeted.filter((id) => !untilRemoval.has(id))).toEqual([]);
});

type Device = ReturnType<typeof openDevice>;

const idsOf = ({ state }: Device): string[] =>
  state.statements().map((statement) => statementId(statement, crypto));

async function openGossip({ state }: Device) {
  const hub = await openHub({
    port: 0,
    host: '127.0.0.1',
    keys: () => hubKeysOf(state),
    onLinks: () => undefined,
  });
  const gossip = startGossip({
    state,
    crypto,
    listen: hub.listen,
    publish: hub.publish,
    now: Date.now,
    onStatements: state.learn,
    onHeads: () => undefined,
    onFlood: () => undefined,
  });
  closers.push(hub.close, gossip.close);
  return { hub, gossip };
}

test('whoever floods the room before it is removed keeps nobody from hearing that it is', () => {
  const [alice, bob, carol] = teamOf('alice', 'bob', 'carol') as [Device, Device, Device];
  for (const { profileDir } of [alice, bob, carol])
    closers.push(() => rmSync(profileDir, { recursive: true, force: true }));
  const hear = new Set<(data: unknown) => void>();
  let floods = 0;
  const gossipOf = ({ state }: Device) =>
    startGossip({
      state,
      crypto,
      listen: (_, listener) => {
        hear.add(listener);
        return () => hear.delete(listener);
      },
      publish: (_, data) => hear.forEach((listener) => listener(data)),
      now: () => 0,
      onStatements: state.learn,
      onHeads: () => undefined,
      onFlood: () => (floods += 1),
    });
  const [ofBob, ofAlice] = [gossipOf(bob), gossipOf(alice)];
  closers.push(ofBob.close, ofAlice.close);
  const [statement] = carol.state.statements().slice(-1);
  const forged = Array.from({ length: 30 }, (_, at) => ({ ...statement, text: `{"t":"x${at}"}` }));
  const oldKey = carol.state.keys()[0]?.key ?? '';
  const text = JSON.stringify({ heads: [], statements: forged });
  const sealed = crypto.seal(crypto.derive(oldKey, 'gossip'), text);
  for (const listener of hear) listener(sealed);
  expect(floods).toBe(2);
  alice.state.beginEpoch([carol.id]);
  ofAlice.tell();
  expect(bob.state.keyNow()).toEqual(alice.state.keyNow());
});

test('with a new invite it only asks, as another device, and what was made since stays unsaid', async () => {
  const router = 'f4:92:bf:00:00:01';
  const [alice, bob] = [await openPlainHost(router), await openPlainHost(router)];
  closers.push(alice.close, bob.close);
  const given = await invitingHost(alice);
  await letInHost(alice, bob, given);
  const wire = joinWindows(alice, bob);
  await alice.team(({ devices }) => devices.some(({ link }) => link === 'direct'));
  const { devices } = await alice.ask('team.info', {});
  const device = devices.find(({ memberName }) => memberName === 'Bob')?.id ?? '';
  await alice.ask('team.remove', { device });
  await bob.team(({ isOut }) => isOut);
  const person = { kind: 'person', scope: 'team' as const, fields: { fullName: 'Made Since' } };
  await alice.ask('command.run', { command: { type: 'create', records: [person] } });
  await alice.ask('team.invite', {});
  const { invite } = await alice.team((info) => info.invite !== undefined);
  const asked = { words: invite?.words ?? '', memberName: 'Robert' };
  const address = `127.0.0.1:${given.port}`;
  await bob.ask('team.ask', { ...asked, address, share: 'everything' });
  const after = await alice.team(({ requests }) => requests.length > 0);
  expect(after.requests.map(({ memberName }) => memberName)).toEqual(['Robert']);
  expect(after.devices.filter(({ isMe }) => !isMe).every(({ link }) => link !== 'direct')).toBe(
    true,
  );
  expect(wire.spoken()).not.toContain('Made Since');
});
