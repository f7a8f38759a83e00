// An open note. The editor binds to `fragment`; what is typed comes out as updates
// that a `note-update` command carries to the host, and newer states flow back in.

import * as Y from 'yjs';

import type { RecordDoc } from '../domain/record.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { contentOf, headOf } from './content.ts';
import { openState } from './state.ts';

export type NoteSession = {
  /** For the editor's collaboration extension. */
  fragment: Y.XmlFragment;
  /** The document that cursors of other editors point into. */
  doc: Y.Doc;
  /** Takes over what somebody else (or another window) has changed since. */
  accept(doc: RecordDoc): void;
  /** What was typed since the last call, base64; undefined when nothing was. */
  take(): string | undefined;
  close(): void;
};

const remote = Symbol('remote');

/** `onTyped` is called after each change the editor makes. */
export function openNote(doc: RecordDoc, onTyped: () => void): NoteSession {
  const state = openState(doc, headOf(doc), contentOf(doc));
  let updates: Uint8Array[] = [];
  state.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === remote) return;
    updates.push(update);
    onTyped();
  });
  return {
    fragment: state.getXmlFragment('note'),
    doc: state,
    accept: (newer) => {
      if (newer.state !== undefined) Y.applyUpdate(state, fromBase64(newer.state), remote);
    },
    take: () => {
      if (updates.length === 0) return undefined;
      const text = toBase64(Y.mergeUpdates(updates));
      updates = [];
      return text;
    },
    close: () => state.destroy(),
  };
}
