// What the note's editor can show. It takes out whatever it does not know, for everybody:
// a note with words in such a place is not opened in it.

import * as Y from 'yjs';

const blocks = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'horizontalRule',
];
/** What may stand in each element; `text` is words. */
const contents = new Map<string, readonly string[]>(
  Object.entries({
    blockquote: blocks,
    bulletList: ['listItem'],
    orderedList: ['listItem'],
    listItem: blocks,
    paragraph: ['text', 'hardBreak'],
    heading: ['text', 'hardBreak'],
    codeBlock: ['text'],
    hardBreak: [],
    horizontalRule: [],
  }),
);
const marks = new Set(['bold', 'italic', 'strike', 'code', 'underline']);
const deepest = 30;

/** Undefined attributes and empty elements are no words, and nothing is lost with them. */
export function canBeEdited(fragment: Y.XmlFragment): boolean {
  return areKnown(fragment, blocks, 0);
}

function areKnown(node: Y.XmlFragment, allowed: readonly string[], depth: number): boolean {
  if (depth > deepest) return false;
  return node.toArray().every((child) => {
    if (child instanceof Y.XmlText)
      return child.length === 0 || (allowed.includes('text') && hasKnownMarks(child));
    if (!(child instanceof Y.XmlElement)) return false;
    const inside = contents.get(child.nodeName);
    const isPlaced = allowed.includes(child.nodeName) && inside !== undefined;
    return isPlaced ? areKnown(child, inside, depth + 1) : !hasWords(child, depth + 1);
  });
}

function hasKnownMarks(text: Y.XmlText): boolean {
  const parts: { insert: unknown; attributes?: object }[] = text.toDelta();
  return parts.every(
    ({ insert, attributes = {} }) =>
      typeof insert === 'string' && Object.keys(attributes).every((mark) => marks.has(mark)),
  );
}

function hasWords(node: Y.XmlFragment, depth: number): boolean {
  if (depth > deepest) return true;
  return node
    .toArray()
    .some((child) =>
      child instanceof Y.XmlText
        ? child.length > 0
        : child instanceof Y.XmlElement && hasWords(child, depth + 1),
    );
}
