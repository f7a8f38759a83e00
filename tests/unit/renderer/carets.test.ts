// What a teammate says of itself in the room of a note, as the editor is told of it.

import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';

import { Carets } from '../../../src-renderer/net/carets.ts';

const open: Awareness[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.destroy();
});

function noteOf(text: string) {
  const doc = new Y.Doc();
  const words = new Y.XmlText(text);
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('note').insert(0, [paragraph]);
  paragraph.insert(0, [words]);
  const carets = new Carets(doc);
  open.push(carets);
  const at = (index: number): unknown =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(words, index));
  return { carets, at };
}

function say(to: Awareness, state: object): number {
  const theirs = new Awareness(new Y.Doc());
  open.push(theirs);
  theirs.setLocalState(state);
  applyAwarenessUpdate(to, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'from a connection');
  return theirs.clientID;
}

const user = { name: 'Ben', color: '#1f7a5c' };

test('whoever speaks as we do is shown, with a cursor and without', () => {
  const { carets, at } = noteOf('words');
  const ids = [
    say(carets, { user }),
    say(carets, { user, cursor: null }),
    say(carets, { user, cursor: { anchor: at(0), head: at(5) } }),
  ];
  expect([...carets.getStates().keys()].filter((id) => id !== carets.clientID)).toEqual(ids);
});

test.each<[string, (at: (index: number) => unknown) => object]>([
  ['a name that is an object', () => ({ user: { ...user, name: { toString: 1 } } })],
  ['a name as long as a book', () => ({ user: { ...user, name: 'x'.repeat(1_000_000) } })],
  ['a colour that is a list', () => ({ user: { ...user, color: [] } })],
  ['a user that is a text', (at) => ({ user: 'x', cursor: { anchor: at(0), head: at(0) } })],
  ['no user', (at) => ({ cursor: { anchor: at(0), head: at(0) } })],
  ['a cursor that is a text', () => ({ user, cursor: 'x' })],
  ['a cursor with one end', (at) => ({ user, cursor: { anchor: at(0) } })],
  ['a cursor at no item', (at) => ({ user, cursor: { anchor: at(0), head: { item: 3 } } })],
  [
    'a cursor before all items',
    (at) => ({ user, cursor: { anchor: at(0), head: { item: { client: 1, clock: -5 } } } }),
  ],
  [
    'a cursor in what is not there',
    (at) => ({ user, cursor: { anchor: at(0), head: { tname: 'invented' } } }),
  ],
  [
    'a cursor in what has no name',
    (at) => ({ user, cursor: { anchor: at(0), head: { tname: {} } } }),
  ],
])('%s is not shown', (_, make) => {
  const { carets, at } = noteOf('words');
  const id = say(carets, make(at));
  expect(carets.states.has(id)).toBe(true);
  expect(carets.getStates().has(id)).toBe(false);
  expect([...carets.doc.share.keys()]).toEqual(['note']);
});

test('of a thousand that one teammate invents fifty are shown', () => {
  const { carets } = noteOf('words');
  for (let count = 0; count < 1_000; count++) say(carets, { user });
  expect(carets.getStates().size).toBeLessThanOrEqual(51);
});
