// Somebody has got hold of an invite's words, and of nothing else: what it learns with them,
// and what it can do to the newcomer they were meant for.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { nodeCrypto as crypto } from '../../src-main/host/team/identity/node-crypto.ts';
import { type Hub, openHub } from '../../src-main/host/team/network/hub.ts';
import { createInviting } from '../../src-main/host/team/pairing/inviting.ts';
import { inviteKeys, secretOf } from '../../src-shared/sync/team/invite.ts';
import { openPairing, type PairingMessage } from '../../src-shared/sync/team/pairing.ts';
import {
  invitingHost,
  letInHost,
  openPlainHost,
  type OpenHost,
} from '../support/network/host-pair.ts';
import { openHubClient } from '../support/network/hub-client.ts';
import { openDevice } from '../support/sync/team-members.ts';

let alice: OpenHost;
let bob: OpenHost;
let given: { words: string; port: number };
const closers: (() => unknown)[] = [];
beforeEach(async () => {
  [alice, bob] = [await openPlainHost(router), await openPlainHost(router)];
  closers.push(alice.close, bob.close);
  given = await invitingHost(alice);
});
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const router = 'f4:92:bf:00:00:01';
const keysOf = (words: string) => inviteKeys(secretOf(words) ?? '', crypto);

/** On the hub of the one who invites, as far as the words let it in. */
async function openThief() {
  const { hubKey, topic, key } = keysOf(given.words);
  const client = await openHubClient(given.port, [hubKey]);
  closers.push(() => client.socket.terminate());
  client.say({ type: 'subscribe', topics: [topic] });
  await client.answered();
  return {
    ...client,
    topic,
    said: (): (PairingMessage | undefined)[] =>
      client.heard.flatMap(({ type, data }) =>
        type === 'publish' ? [openPairing(data, key, crypto)] : [],
      ),
  };
}

/** Answers in the member's place, for a team of its own, whoever asks. */
async function openFalseMember(onAsked: () => void) {
  const { state, file } = openDevice('thief');
  state.make('T', 'Alice');
  const secret = secretOf(given.words) ?? '';
  const until = Date.now() + 3_600_000;
  file.write({ invites: [{ secret, until, replies: 0, misses: 0 }] });
  const { hubKey, topic, key } = keysOf(given.words);
  const hub: Hub = await openHub({
    port: 0,
    host: '127.0.0.1',
    keys: () => [hubKey],
    onLinks: () => undefined,
  });
  closers.push(hub.close);
  const inviting = createInviting({
    state,
    file,
    crypto,
    now: Date.now,
    later: () => undefined,
    listen: hub.listen,
    publish: hub.publish,
    onChange: () => undefined,
    onAsked,
    onKnown: () => undefined,
    onMissed: () => undefined,
    onLetIn: () => undefined,
  });
  closers.push(inviting.close);
  /** Resolves when so many more requests have come. */
  const heard = (count: number): Promise<void> =>
    new Promise((resolve) => {
      let left = count;
      hub.listen(topic, (data) => {
        if (openPairing(data, key, crypto)?.t === 'ask' && --left === 0) resolve();
      });
    });
  return { ...inviting, port: hub.port, heard };
}

test('whoever answers in the member’s place gets nobody into a team of its own unseen', async () => {
  const asked = Promise.withResolvers<void>();
  const thief = await openFalseMember(asked.resolve);
  const address = `127.0.0.1:${thief.port}`;
  await bob.ask('team.ask', {
    words: given.words,
    memberName: 'Bob',
    address,
    share: 'everything',
  });
  await asked.promise;
  thief.answer(thief.requests()[0]?.ask ?? '', true);
  // It is asked again, and answered again, until that is taken.
  await Promise.race([thief.heard(2), bob.team((info) => info.team !== undefined)]);
  const { team, joining } = await bob.ask('team.info', {});
  expect(team).toBeUndefined();
  expect(joining).toMatchObject({ state: 'code', isConfirmed: false });
});

test('with the words alone one learns the team’s and its inviter’s name, and who asks, and no more', async () => {
  const thief = await openThief();
  await letInHost(alice, bob, given);
  const person = { kind: 'person', scope: 'team' as const, fields: { fullName: 'Secret Person' } };
  await alice.ask('command.run', { command: { type: 'create', records: [person] } });
  await thief.answered();
  const topics = thief.heard.filter(({ type }) => type === 'publish').map(({ topic }) => topic);
  expect(new Set(topics)).toEqual(new Set([thief.topic]));
  const said = thief.said();
  const [reply] = said.filter((message) => message?.t === 'reply');
  expect(reply).toMatchObject({ teamName: 'T', memberName: 'Alice' });
  const [accepted] = said.filter((message) => message?.t === 'accepted');
  expect(Object.keys(accepted ?? {}).toSorted()).toEqual(['ask', 'sealed', 't']);
  expect(
    openDevice('thief').state.openSealed(accepted?.t === 'accepted' ? accepted.sealed : ''),
  ).toBe(undefined);
  expect(new Set(said.map((message) => message?.t))).toEqual(
    new Set(['ask', 'reply', 'reveal', 'accepted']),
  );
});

test('the words of an invite that was used or taken back open nothing, and nobody is asked', async () => {
  await letInHost(alice, bob, given);
  const late = await openPlainHost(router);
  closers.push(late.close);
  const address = `127.0.0.1:${given.port}`;
  await late.ask('team.ask', {
    words: given.words,
    memberName: 'Late',
    address,
    share: 'everything',
  });
  await alice.ask('team.uninvite', {});
  const info = await alice.ask('team.info', {});
  expect(info.requests).toEqual([]);
  expect(info.devices.map(({ memberName }) => memberName).toSorted()).toEqual(['Alice', 'Bob']);
  const { hubKey, topic } = keysOf(given.words);
  const thief = await openHubClient(given.port, [hubKey]);
  closers.push(() => thief.socket.terminate());
  const closed = new Promise((resolve) => thief.socket.once('close', resolve));
  thief.say({ type: 'subscribe', topics: [topic] });
  await closed;
  expect(thief.heard.filter(({ type }) => type !== 'pong')).toEqual([]);
  expect((await late.ask('team.info', {})).team).toBeUndefined();
});
