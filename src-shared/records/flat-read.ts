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
  type Entry,
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

/** What an entry names that came before it. */
type After = { client: number; clock: number };

export function readParts(base64: string): Parts | undefined {
  const reader = readerOfBytes(base64);
  const parts = emptyParts(reader);
  const after = new Map<Entry, After>();
  for (let left = readUint(reader); left > 0; left--) {
    const section = readSection(reader, parts, after);
    if (section === undefined) return undefined;
    parts.sections.push(section);
  }
  return integrate(parts, after) && isGoneAsRead(reader, parts) ? parts : undefined;
}

function readSection(
  reader: ByteReader,
  parts: Parts,
  after: Map<Entry, After>,
): Section | undefined {
  const structs = readUint(reader);
  const section = { ...newSection(readUint(reader)), structs };
  if (readUint(reader) !== 0) return undefined;
  section.from = reader.at;
  const last: Paragraph = { at: 0, letters: 'none' };
  for (let struct = 0; struct < structs; struct++) {
    const at = reader.at;
    const info = readByte(reader);
    const isEntry = info === infos.anyEntry || info === infos.deletedEntry;
    const isAfter = info === infos.anyAfter || info === infos.deletedAfter;
    if (isEntry || isAfter) {
      const isGone = info === infos.deletedEntry || info === infos.deletedAfter;
      if (!readEntry(reader, section, { at, isGone, isAfter }, after)) return undefined;
      section.length += 1;
      continue;
    }
    if (section.client !== genesisClient) return undefined;
    const length = readNote(reader, info, parts, section.length, last);
    if (length === undefined) return undefined;
    section.length += length;
  }
  section.to = reader.at;
  return section;
}

/** False where it is an entry of a map that is in another, or several at once. */
function readEntry(
  reader: ByteReader,
  section: Section,
  { at, isGone, isAfter }: { at: number; isGone: boolean; isAfter: boolean },
  after: Map<Entry, After>,
): boolean {
  const { client, length: clock } = section;
  const entry: Entry = {
    client,
    clock,
    map: '',
    key: '',
    origin: undefined,
    isGone,
    value: undefined,
  };
  if (isAfter) after.set(entry, { client: readUint(reader), clock: readUint(reader) });
  else {
    if (readUint(reader) !== 1) return false;
    entry.map = readText(reader);
    entry.key = readText(reader);
  }
  const content = reader.at;
  if (readUint(reader) !== 1) return false;
  if (!isGone) entry.value = readValue(reader);
  section.read.push({ entry, wasGone: isGone, at, content, end: reader.at });
  return true;
}

/**
 * Puts every entry under its key, in the order in which Yjs does. False where two were written
 * under a key by who had not seen each other, or what came before one is not there.
 */
function integrate({ sections, ...parts }: Parts, after: ReadonlyMap<Entry, After>): boolean {
  const reached = new Map(sections.map(({ client }) => [client, 0]));
  const followed = new Set<Entry>();
  const whole: Parts = { sections, ...parts };

  function follow(entry: Entry, { client, clock }: After): boolean {
    const other = sections.find((section) => section.client === client);
    const origin = other?.read[clock]?.entry;
    if (other === undefined || origin?.clock !== clock) return false;
    while ((reached.get(client) ?? 0) <= clock) {
      if (client === entry.client || !takeNext(other)) return false;
    }
    if (!origin.isGone || followed.has(origin)) return false;
    followed.add(origin);
    entry.origin = origin;
    entry.map = origin.map;
    entry.key = origin.key;
    return true;
  }
  function takeNext(section: Section): boolean {
    const at = reached.get(section.client) ?? 0;
    const entry = section.read[at]?.entry;
    if (entry === undefined) return false;
    const earlier = after.get(entry);
    if (earlier !== undefined && !follow(entry, earlier)) return false;
    if (earlier === undefined && parts.maps.get(entry.map)?.has(entry.key) === true) return false;
    // Somebody further on asked for it meanwhile: that is no order.
    if (reached.get(section.client) !== at) return false;
    reached.set(section.client, at + 1);
    noteEntry(whole, entry);
    return true;
  }

  for (const section of sections)
    while ((reached.get(section.client) ?? 0) < section.read.length)
      if (!takeNext(section)) return false;
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
