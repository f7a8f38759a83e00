// Reads a simple state from its bytes (see flat-state.ts); what is not simple is not read.

import {
  type ByteReader,
  readByte,
  readerOfBytes,
  readText,
  readUint,
  readValue,
} from './flat-bytes.ts';
import {
  emptyParts,
  goneIn,
  infos,
  newSection,
  noteEntry,
  paragraph,
  type Parts,
  type Section,
  types,
} from './flat-parts.ts';
import { genesisClient } from './state.ts';

export function readParts(base64: string): Parts | undefined {
  const reader = readerOfBytes(base64);
  const parts = emptyParts(reader);
  for (let left = readUint(reader); left > 0; left--) {
    const section = readSection(reader, parts);
    if (section === undefined) return undefined;
    parts.sections.push(section);
  }
  return parts.sections.every((section) => place(parts, section)) && isGoneAsRead(reader, parts)
    ? parts
    : undefined;
}

function readSection(reader: ByteReader, parts: Parts): Section | undefined {
  const structs = readUint(reader);
  const section = newSection(readUint(reader));
  if (readUint(reader) !== 0) return undefined;
  section.from = reader.at;
  const last: Paragraph = { at: 0, letters: 'none' };
  for (let struct = 0; struct < structs; struct++) {
    const at = reader.at;
    const info = readByte(reader);
    const isEntry = info === infos.anyEntry || info === infos.deletedEntry;
    if (isEntry || info === infos.anyAfter || info === infos.deletedAfter) {
      if (!readEntry(reader, section, at, info)) return undefined;
      continue;
    }
    if (section.client !== genesisClient) return undefined;
    const length = readNote(reader, info, parts, section.length, last);
    if (length === undefined) return undefined;
    section.pieces += 1;
    section.length += length;
  }
  section.to = reader.at;
  return section;
}

/** So many that are gone are read as one piece. */
const mostGone = 1_000;

/** False where it is an entry of a map that is in another, or several values at once. */
function readEntry(reader: ByteReader, section: Section, at: number, info: number): boolean {
  const { client, entries } = section;
  const isGone = info === infos.deletedEntry || info === infos.deletedAfter;
  const isAfter = info === infos.anyAfter || info === infos.deletedAfter;
  const after = isAfter ? { client: readUint(reader), clock: readUint(reader) } : undefined;
  if (!isAfter && readUint(reader) !== 1) return false;
  const map = isAfter ? '' : readText(reader);
  const key = isAfter ? '' : readText(reader);
  const length = readUint(reader);
  if (length < 1 || length > (isGone ? mostGone : 1)) return false;
  const value = isGone ? undefined : readValue(reader);
  const end = reader.at;
  const entry = { client, map, key, origin: undefined, isFollowed: false, isGone, value };
  entries.push({ ...entry, clock: section.length, read: { at, end, after } });
  section.length += 1;
  for (let left = length - 1; left > 0; left--) {
    const before = { client, clock: section.length - 1 };
    entries.push({ ...entry, clock: section.length, read: { at: end, end, after: before } });
    section.length += 1;
  }
  return true;
}

/**
 * Puts every entry of a section under its key, in the order in which Yjs does. False where two
 * were written under a key by who had not seen each other, or what came before one is not there.
 */
function place(parts: Parts, section: Section): boolean {
  while (section.placed < section.entries.length) if (!placeNext(parts, section)) return false;
  return true;
}

function placeNext(parts: Parts, section: Section): boolean {
  const at = section.placed;
  const entry = section.entries[at];
  if (entry === undefined) return false;
  const after = entry.read?.after;
  if (after === undefined) {
    if (parts.maps.get(entry.map)?.has(entry.key) === true) return false;
  } else {
    const other = parts.sections.find(({ client }) => client === after.client);
    const origin = other?.entries[after.clock];
    if (other === undefined || origin?.clock !== after.clock) return false;
    while (other.placed <= after.clock)
      if (other === section || !placeNext(parts, other)) return false;
    // Somebody further on asked for this one meanwhile: that is no order.
    if (section.placed !== at || !origin.isGone || origin.isFollowed) return false;
    origin.isFollowed = true;
    entry.origin = origin;
    entry.map = origin.map;
    entry.key = origin.key;
  }
  section.placed += 1;
  noteEntry(parts, entry);
  return true;
}

/** Whether what the state calls gone is just what has no content, and nothing follows. */
function isGoneAsRead(reader: ByteReader, { sections }: Parts): boolean {
  const gone = new Map(sections.map((section) => [section.client, goneIn(section)]));
  let others = [...gone.values()].filter(({ length }) => length > 0).length;
  for (let left = readUint(reader); left > 0; left--) {
    const runs = gone.get(readUint(reader)) ?? [];
    if (readUint(reader) !== runs.length) return false;
    for (const [clock, length] of runs)
      if (readUint(reader) !== clock || readUint(reader) !== length) return false;
    others -= 1;
  }
  return others === 0 && reader.at === reader.text.length;
}

/** A piece of the note just as it is made: a paragraph, the text in it, or its letters. */
function readNote(
  reader: ByteReader,
  info: number,
  { lines }: Parts,
  at: number,
  last: Paragraph,
): number | undefined {
  if (info === infos.typeAfter) {
    if (lines.length === 0 || !isId(reader, last.at)) return undefined;
  } else if (info === infos.type || info === infos.text) {
    const isRoot = readUint(reader) === 1;
    if (isRoot && (info === infos.text || lines.length > 0)) return undefined;
    if (isRoot && readText(reader) !== 'note') return undefined;
    if (!isRoot && !isId(reader, info === infos.text ? last.at + 1 : last.at)) return undefined;
    if (!isRoot) return readLetters(reader, info, lines, last);
  } else return undefined;
  if (readUint(reader) !== types.xmlElement) return undefined;
  if (readText(reader) !== paragraph) return undefined;
  lines.push('');
  last.at = at;
  last.letters = 'none';
  return 1;
}

/** Where the last paragraph stands, and how much of its text was read. */
type Paragraph = { at: number; letters: 'none' | 'next' | 'read' };

function readLetters(
  reader: ByteReader,
  info: number,
  lines: string[],
  last: Paragraph,
): number | undefined {
  if (info === infos.type) {
    if (last.letters !== 'none' || readUint(reader) !== types.xmlText) return undefined;
    last.letters = 'next';
    return 1;
  }
  if (last.letters !== 'next') return undefined;
  last.letters = 'read';
  const letters = readText(reader);
  lines[lines.length - 1] = letters;
  return letters.length;
}

function isId(reader: ByteReader, clock: number): boolean {
  const client = readUint(reader);
  return client === genesisClient && readUint(reader) === clock;
}
