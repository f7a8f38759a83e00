// The note: an XML fragment in ProseMirror's node names (paragraph, heading, lists),
// so that an editor can be joined to it, and its plain text for search and export.

import * as Y from 'yjs';

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

/** Replaces whatever is there by plain paragraphs, one for each line. */
export function writeNoteText(fragment: Y.XmlFragment, text: string): void {
  if (fragment.length > 0) fragment.delete(0, fragment.length);
  const paragraphs = text.split('\n').map((line) => {
    const paragraph = new Y.XmlElement('paragraph');
    if (line !== '') paragraph.insert(0, [new Y.XmlText(line)]);
    return paragraph;
  });
  fragment.insert(0, paragraphs);
}
