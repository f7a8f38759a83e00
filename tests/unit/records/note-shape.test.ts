// Which notes may be opened in the editor: it takes out what it does not know.

import { expect, it } from 'vitest';
import * as Y from 'yjs';

import { canBeEdited } from '../../../src-shared/records/note-shape.ts';

const fragmentOf = (...nodes: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment => {
  const fragment = new Y.Doc().getXmlFragment('note');
  fragment.insert(0, nodes);
  return fragment;
};
const element = (name: string, ...inside: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  made.insert(0, inside);
  return made;
};
const marked = (mark: string): Y.XmlText => {
  const text = new Y.XmlText();
  text.insert(0, 'words', { [mark]: {} });
  return text;
};
const plain = (): Y.XmlText => new Y.XmlText('words');

it.each([
  ['nothing', () => []],
  ['paragraphs', () => [element('paragraph', plain()), element('paragraph')]],
  [
    'its own marks',
    () => ['bold', 'italic', 'strike'].map((one) => element('paragraph', marked(one))),
  ],
  [
    'lists, headings and quotations',
    () => [
      element('heading', plain()),
      element('blockquote', element('paragraph', plain())),
      element(
        'bulletList',
        element('listItem', element('paragraph', plain(), element('hardBreak'), plain())),
      ),
    ],
  ],
  [
    'something unknown without words',
    () => [element('table', element('row')), element('paragraph', plain())],
  ],
])('a note of %s can be edited', (_, nodes) => {
  expect(canBeEdited(fragmentOf(...nodes()))).toBe(true);
});

it.each([
  ['a mark of a later version', () => [element('paragraph', marked('link'))]],
  ['an element of a later version', () => [element('table', element('row', plain()))]],
  ['words outside of any block', () => [plain()]],
  ['a list without items', () => [element('bulletList', element('paragraph', plain()))]],
  ['a name of Object.prototype', () => [element('constructor', plain())]],
  [
    'elements without end',
    () => [
      Array.from({ length: 60 }).reduce<Y.XmlElement>(
        (inside) => element('blockquote', inside),
        element('paragraph', plain()),
      ),
    ],
  ],
])('a note with %s is only read', (_, nodes) => {
  expect(canBeEdited(fragmentOf(...nodes()))).toBe(false);
});
