// The note: an XML fragment in ProseMirror's node names (paragraph, heading, lists),
// so that an editor can be joined to it, and its plain text for search and export.

import * as Y from 'yjs';

import { hasLines } from './note-lines.ts';

const deepest = 30;

/** One line for each block element. */
export function noteText(fragment: Y.XmlFragment): string {
  const lines: string[] = [];
  collect(fragment, lines, 0);
  return lines.join('\n').trimEnd();
}

function collect(node: Y.XmlFragment | Y.XmlElement, lines: string[], depth: number): void {
  if (depth > deepest) throw new Error('note nested too deeply');
  const children = node.toArray();
  if (children.some((child) => child instanceof Y.XmlText)) {
    lines.push(children.map(inlineText).join(''));
    return;
  }
  if (children.length === 0 && node instanceof Y.XmlElement) lines.push('');
  for (const child of children) {
    if (child instanceof Y.XmlElement) collect(child, lines, depth + 1);
  }
}

function inlineText(child: Y.XmlElement | Y.XmlText | Y.XmlHook): string {
  if (child instanceof Y.XmlText) {
    const parts: { insert: unknown }[] = child.toDelta();
    return parts.map((part) => (typeof part.insert === 'string' ? part.insert : '')).join('');
  }
  return child instanceof Y.XmlElement && child.nodeName === 'hardBreak' ? '\n' : '';
}

/**
 * Adds lines at the end. Each is an edit of its own that follows from `seed`, its text and where
 * it comes to stand, and so is the same on every laptop: added apart, it is there once.
 * Lines that are there are not added, unless those are about to go (`isCleared`).
 */
export function appendNoteText(
  doc: Y.Doc,
  text: string,
  seed: string,
  hash: (text: string) => string,
  isCleared: boolean,
): void {
  const fragment = doc.getXmlFragment('note');
  if (text === '' || (!isCleared && hasLines(noteText(fragment), text))) return;
  for (const line of text.split('\n')) appendLine(doc, fragment, line, seed, hash);
}

function appendLine(
  doc: Y.Doc,
  fragment: Y.XmlFragment,
  line: string,
  seed: string,
  hash: (text: string) => string,
): void {
  const own = doc.clientID;
  const last = fragment.length === 0 ? undefined : fragment.get(fragment.length - 1);
  const left = last instanceof Y.XmlElement ? last._item : null;
  const right = left === null ? fragment._start : left.right;
  const place = [left, right].map((item) => `${item?.id.client ?? ''}:${item?.id.clock ?? ''}`);
  // Appended before and taken out since, it is another edit.
  for (let turn = 0; doc.clientID === own || doc.store.clients.has(doc.clientID); turn++)
    doc.clientID = clientOf(hash([seed, line, ...place, turn].join('\n')));
  doc.transact(() => fragment.insert(fragment.length, paragraphsOf(line)));
  doc.clientID = own;
}

/** Neither the genesis' own id nor beyond 32 bits. */
const clientOf = (hashed: string): number => {
  let client = 0;
  for (const letter of hashed.slice(0, 12)) client = (client * 64 + letter.charCodeAt(0)) % 2 ** 32;
  return Math.max(client, 2);
};

/** Replaces whatever is there by plain paragraphs, one for each line. */
export function writeNoteText(fragment: Y.XmlFragment, text: string): void {
  if (fragment.length > 0) fragment.delete(0, fragment.length);
  if (text !== '') fragment.insert(0, paragraphsOf(text));
}

const paragraphsOf = (text: string): Y.XmlElement[] =>
  text.split('\n').map((line) => {
    const paragraph = new Y.XmlElement('paragraph');
    if (line !== '') paragraph.insert(0, [new Y.XmlText(line)]);
    return paragraph;
  });
