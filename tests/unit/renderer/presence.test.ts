// What y-webrtc passes on of what it hears: it listens to `update`, which comes for what
// others say of themselves, too.

import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';

import { Presence } from '../../../src-renderer/net/presence.ts';

const open: Presence[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.destroy();
});

function window(path: string): { presence: Presence; passedOn: number[] } {
  const presence = new Presence(new Y.Doc());
  open.push(presence);
  presence.setLocalState({ path });
  const passedOn: number[] = [];
  presence.on('update', ({ added, updated, removed }: Record<string, number[]>) => {
    for (const ids of [added, updated, removed]) passedOn.push(...(ids ?? []));
  });
  return { presence, passedOn };
}

function hear(to: Presence, from: Presence): void {
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'from a connection');
}
const renew = (one: Presence): void => one.setLocalState(one.getLocalState());

function three(windowsOfAna: number) {
  const [ana, ben, chen] = [window('/people'), window('/people'), window('/people')];
  ana.presence.connectedTo(windowsOfAna);
  hear(ben.presence, ana.presence);
  hear(ben.presence, chen.presence);
  ben.passedOn.length = 0;
  return { ana: ana.presence, ben };
}

test('a renewal is not passed on when whoever renews is connected to all who are here', () => {
  const { ana, ben } = three(2);
  renew(ana);
  hear(ben.presence, ana);
  expect(ben.passedOn).toEqual([]);
  expect(ben.presence.meta.get(ana.clientID)?.clock).toBe(ana.meta.get(ana.clientID)?.clock);
});

test('a renewal is passed on when somebody here has no connection to whoever renews', () => {
  const { ana, ben } = three(1);
  renew(ana);
  hear(ben.presence, ana);
  expect(ben.passedOn).toEqual([ana.clientID]);
});

test('what is new is passed on to all, and so is an end', () => {
  const { ana, ben } = three(2);
  ana.setLocalStateField('path', '/groups');
  hear(ben.presence, ana);
  expect(ben.passedOn).toEqual([ana.clientID]);
  ben.passedOn.length = 0;
  ana.setLocalState(null);
  hear(ben.presence, ana);
  expect(ben.passedOn).toEqual([ana.clientID]);
});

test('what a window says of itself goes out, new or not', () => {
  const { ben } = three(2);
  renew(ben.presence);
  expect(ben.passedOn).toEqual([ben.presence.clientID]);
});
