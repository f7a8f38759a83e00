// Most states are simple: a genesis, and values that were added to maps since, each key
// once. Such a state is read and added to as bytes (Yjs update, version 1), for a fraction
// of what opening a Yjs document costs. Whatever is not of this shape is left to Yjs; what
// is, comes out with the same bytes that Yjs would write (tests/property/records).

import * as encoding from 'lib0/encoding';

import type { RecordContent } from '../domain/kind.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { fromBase64, toBase64 } from './base64.ts';
import {
  addEntry,
  emptyParts,
  goneKey,
  infos,
  paragraph,
  type Parts,
  sectionOf,
  types,
} from './flat-parts.ts';
import { readParts } from './flat-read.ts';
import { contentOf, headOf, type RecordHead } from './content.ts';
import { genesisClient, genesisEntries } from './state.ts';
import type { StateReader } from './state-reader.ts';

export type FlatState = {
  reader: StateReader;
  /** Nothing was ever written under this key. */
  isNew: (map: string, key: string) => boolean;
  /** Only under a key that is new. */
  add: (client: number, map: string, key: string, value: JsonValue) => void;
  /** How much has been written, by everybody. */
  length: () => number;
  /** The state as base64. */
  text: () => string;
};

/** Undefined where the record's state is not that simple. */
export function openFlat(doc: RecordDoc): FlatState | undefined {
  try {
    if (doc.state === undefined && doc.conflicts.length > 0) return undefined;
    const parts =
      doc.state === undefined
        ? genesisParts(headOf(doc), contentOf(doc))
        : readParts(fromBase64(doc.state));
    return parts === undefined ? undefined : flatState(parts);
  } catch {
    // Bytes that end too soon are refused by whoever opens the document.
    return undefined;
  }
}

function flatState(parts: Parts): FlatState {
  const { sections, maps, gone } = parts;
  const mapOf = (name: string): Map<string, JsonValue> => maps.get(name) ?? new Map();
  return {
    reader: {
      map: mapOf as StateReader['map'],
      names: () => [...maps.keys()],
      note: () => parts.lines.join('\n').trimEnd(),
    },
    isNew: (map, key) => !mapOf(map).has(key) && !gone.has(goneKey(map, key)),
    add: (client, map, key, value) => addEntry(parts, client, map, key, value),
    length: () => sections.reduce((sum, { length }) => sum + length, 0),
    text: () => toBase64(encode(parts)),
  };
}

function encode({ sections, deletes }: Parts): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  for (const { client, structs, bytes, added } of sections.toSorted(
    (a, b) => b.client - a.client,
  )) {
    encoding.writeVarUint(encoder, structs);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 0);
    encoding.writeUint8Array(encoder, bytes);
    if (added !== undefined) encoding.writeBinaryEncoder(encoder, added);
  }
  encoding.writeUint8Array(encoder, deletes);
  return encoding.toUint8Array(encoder);
}

/** Undefined where two entries of a set have one id. */
function genesisParts(head: RecordHead, content: RecordContent): Parts | undefined {
  const parts = emptyParts();
  for (const [map, key, value] of genesisEntries(head, content)) {
    if (parts.maps.get(map)?.has(key) === true) return undefined;
    addEntry(parts, genesisClient, map, key, value);
  }
  if (content.note !== '') addNote(parts, content.note);
  return parts;
}

/** Paragraphs after one another, each with its text in it. */
function addNote(parts: Parts, note: string): void {
  const section = sectionOf(parts, genesisClient);
  const bytes = (section.added ??= encoding.createEncoder());
  const header = (info: number, at?: number): void => {
    encoding.writeUint8(bytes, info);
    if (info !== infos.typeAfter) encoding.writeVarUint(bytes, at === undefined ? 1 : 0);
    if (at === undefined) return encoding.writeVarString(bytes, 'note');
    encoding.writeVarUint(bytes, genesisClient);
    encoding.writeVarUint(bytes, at);
  };
  let previous: number | undefined;
  parts.lines = note.split('\n');
  for (const line of parts.lines) {
    const own = section.length;
    if (previous === undefined) header(infos.type);
    else header(infos.typeAfter, previous);
    encoding.writeVarUint(bytes, types.xmlElement);
    encoding.writeVarString(bytes, paragraph);
    section.structs += 1;
    section.length += 1;
    previous = own;
    if (line === '') continue;
    header(infos.type, own);
    encoding.writeVarUint(bytes, types.xmlText);
    header(infos.text, own + 1);
    encoding.writeVarString(bytes, line);
    section.structs += 2;
    section.length += 1 + line.length;
  }
}
