// Most states are simple: a genesis, and values that were written to maps since, each by
// somebody who had seen what stood there. Such a state is read and written to as bytes (Yjs
// update, version 1), for a fraction of what opening a Yjs document costs. Whatever is not of
// this shape is left to Yjs; what is, comes out with the same bytes that Yjs would write
// (tests/property/records).

import type { RecordContent } from '../domain/kind.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { contentOf, headOf, type RecordHead } from './content.ts';
import {
  beginBytes,
  writeByte,
  writeRead,
  writeText,
  writeUint,
  writeValue,
  writtenBase64,
} from './flat-bytes.ts';
import {
  addEntry,
  emptyParts,
  type Entry,
  goneIn,
  infos,
  isJoined,
  paragraph,
  type Parts,
  type Section,
  sectionOf,
  types,
} from './flat-parts.ts';
import { readParts } from './flat-read.ts';
import { genesisClient, genesisEntries } from './state.ts';
import type { MapReader, StateReader } from './state-reader.ts';

export type FlatState = {
  reader: StateReader;
  write: (client: number, map: string, key: string, value: JsonValue) => void;
  remove: (map: string, key: string) => void;
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
      doc.state === undefined ? genesisParts(headOf(doc), contentOf(doc)) : readParts(doc.state);
    return parts === undefined ? undefined : flatState(parts);
  } catch {
    // Bytes that end too soon are refused by whoever opens the document.
    return undefined;
  }
}

function flatState(parts: Parts): FlatState {
  const { sections, maps } = parts;
  const last = (map: string, key: string): Entry | undefined => maps.get(map)?.get(key);
  return {
    reader: {
      map: ((name: string) => readerOfMap(maps.get(name))) as StateReader['map'],
      names: () => [...maps.keys()],
      note: () => parts.lines.join('\n').trimEnd(),
    },
    write: (client, map, key, value) => addEntry(parts, client, map, key, value),
    remove: (map, key) => {
      const entry = last(map, key);
      if (entry !== undefined) entry.isGone = true;
    },
    length: () => sections.reduce((sum, { length }) => sum + length, 0),
    text: () => encode(parts),
  };
}

function readerOfMap(entries: ReadonlyMap<string, Entry> = new Map()): MapReader<JsonValue> {
  const get = (key: string): JsonValue | undefined => {
    const entry = entries.get(key);
    return entry === undefined || entry.isGone ? undefined : entry.value;
  };
  const all = (): [string, JsonValue][] => {
    const found: [string, JsonValue][] = [];
    for (const { key, isGone, value } of entries.values())
      if (!isGone) found.push([key, value as JsonValue]);
    return found;
  };
  return {
    get,
    has: (key) => entries.get(key)?.isGone === false,
    entries: all,
    values: () => all().map(([, value]) => value),
  };
}

function encode(parts: Parts): string {
  const sections = parts.sections.toSorted((a, b) => b.client - a.client);
  beginBytes();
  writeUint(sections.length);
  for (const section of sections) {
    writeUint(structsIn(section));
    writeUint(section.client);
    writeUint(0);
    writeEntries(parts, section);
    if (section.note !== undefined) writeNote(section.note, section.entries.length);
  }
  const gone = sections.flatMap((section) => {
    const runs = goneIn(section);
    return runs.length === 0 ? [] : [{ client: section.client, runs }];
  });
  writeUint(gone.length);
  for (const { client, runs } of gone) {
    writeUint(client);
    writeUint(runs.length);
    for (const [clock, length] of runs) {
      writeUint(clock);
      writeUint(length);
    }
  }
  return writtenBase64();
}

const structsIn = ({ pieces, entries }: Section): number =>
  entries.reduce((sum, entry, at) => sum + (isJoined(entry, entries[at - 1]) ? 0 : 1), pieces);

/** What is there is written as it was read; of what is gone, only that it was there. */
function writeEntries({ source }: Parts, { entries, from, to }: Section): void {
  let at = from;
  const writeUntil = (end: number): void => {
    if (source !== undefined && end > at) writeRead(source, at, end);
    at = Math.max(at, end);
  };
  for (const [place, entry] of entries.entries()) {
    const { read, isGone, value } = entry;
    if (read !== undefined && !isGone) continue;
    writeUntil(read === undefined ? to : read.at);
    at = Math.max(at, read?.end ?? at);
    if (isJoined(entry, entries[place - 1])) continue;
    writeHeader(entry);
    writeUint(isGone ? lengthOfGone(entries, place) : 1);
    if (!isGone) writeValue(value);
  }
  writeUntil(to);
}

function writeHeader({ origin, isGone, map, key }: Entry): void {
  if (origin === undefined) {
    writeByte(isGone ? infos.deletedEntry : infos.anyEntry);
    writeUint(1);
    writeText(map);
    writeText(key);
  } else {
    writeByte(isGone ? infos.deletedAfter : infos.anyAfter);
    writeUint(origin.client);
    writeUint(origin.clock);
  }
}

function lengthOfGone(entries: readonly Entry[], first: number): number {
  let end = first + 1;
  for (let next = entries[end]; next && isJoined(next, entries[end - 1]); next = entries[end])
    end += 1;
  return end - first;
}

/** Undefined where two entries of a set have one id. */
function genesisParts(head: RecordHead, content: RecordContent): Parts | undefined {
  const parts = emptyParts();
  for (const [map, key, value] of genesisEntries(head, content)) {
    if (parts.maps.get(map)?.has(key) === true) return undefined;
    addEntry(parts, genesisClient, map, key, value);
  }
  if (content.note === '') return parts;
  const section = sectionOf(parts, genesisClient);
  parts.lines = content.note.split('\n');
  section.note = parts.lines;
  for (const line of parts.lines) {
    section.pieces += line === '' ? 1 : 3;
    section.length += line === '' ? 1 : 2 + line.length;
  }
  return parts;
}

/** Paragraphs after one another, each with its text in it; the first is at `first`. */
function writeNote(lines: readonly string[], first: number): void {
  const header = (info: number, at?: number): void => {
    writeByte(info);
    if (info !== infos.typeAfter) writeUint(at === undefined ? 1 : 0);
    if (at === undefined) return writeText('note');
    writeUint(genesisClient);
    writeUint(at);
  };
  let own = first;
  let previous: number | undefined;
  for (const line of lines) {
    if (previous === undefined) header(infos.type);
    else header(infos.typeAfter, previous);
    writeUint(types.xmlElement);
    writeText(paragraph);
    previous = own;
    own += 1;
    if (line === '') continue;
    header(infos.type, previous);
    writeUint(types.xmlText);
    header(infos.text, previous + 1);
    writeText(line);
    own += 1 + line.length;
  }
}
