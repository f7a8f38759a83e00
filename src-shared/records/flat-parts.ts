// What a simple state consists of (see flat-state.ts).

import type { JsonValue } from '../domain/record.ts';
import type { ByteReader } from './flat-bytes.ts';

/** One value that was written under a key of a map. */
export type Entry = {
  client: number;
  /** Its place among what the client wrote. */
  clock: number;
  map: string;
  key: string;
  /** What stood under the key before it; undefined for the first. */
  origin: Entry | undefined;
  isFollowed: boolean;
  /** Another took its place, or it was taken out. */
  isGone: boolean;
  /** Undefined where it was gone when it was read. */
  value: JsonValue | undefined;
};

/** Where an entry that was read stands, its value from `content` on; what it says came before. */
export type Read = {
  entry: Entry;
  after: { client: number; clock: number } | undefined;
  wasGone: boolean;
  at: number;
  content: number;
  end: number;
};

/** What one client wrote. */
export type Section = {
  client: number;
  structs: number;
  length: number;
  /** As they were read, from one place in the bytes to another. */
  from: number;
  to: number;
  read: Read[];
  /** How many of these stand under their key. */
  placed: number;
  /** What was added since. */
  added: Entry[];
  /** Lines of the note, written after what was added. */
  note: string[] | undefined;
};
export type Parts = {
  source: ByteReader | undefined;
  sections: Section[];
  /** The last that was written under each key, in the order in which keys came. */
  maps: Map<string, Map<string, Entry>>;
  /** Lines of the note as it was made. */
  lines: string[];
};

// Struct headers of Yjs: the kind of content in five bits, then what else follows.
export const infos = {
  deletedEntry: 0x21,
  anyEntry: 0x28,
  deletedAfter: 0xa1,
  anyAfter: 0xa8,
  text: 0x04,
  type: 0x07,
  typeAfter: 0x87,
} as const;
/** Types of Yjs that a note consists of. */
export const types = { xmlElement: 3, xmlText: 6 } as const;
export const paragraph = 'paragraph';

export const emptyParts = (source?: ByteReader): Parts => ({
  source,
  sections: [],
  maps: new Map(),
  lines: [],
});

export function sectionOf({ sections }: Parts, client: number): Section {
  for (const section of sections) if (section.client === client) return section;
  const made = newSection(client);
  sections.push(made);
  return made;
}

export const newSection = (client: number): Section => ({
  client,
  structs: 0,
  length: 0,
  from: 0,
  to: 0,
  read: [],
  placed: 0,
  added: [],
  note: undefined,
});

export function noteEntry({ maps }: Parts, entry: Entry): void {
  const entries = maps.get(entry.map);
  if (entries === undefined) maps.set(entry.map, new Map([[entry.key, entry]]));
  else entries.set(entry.key, entry);
}

export function addEntry(
  parts: Parts,
  client: number,
  map: string,
  key: string,
  value: JsonValue,
): void {
  const section = sectionOf(parts, client);
  const origin = parts.maps.get(map)?.get(key);
  if (origin !== undefined) origin.isFollowed = origin.isGone = true;
  const entry: Entry = {
    client,
    clock: section.length,
    map,
    key,
    origin,
    isFollowed: false,
    isGone: false,
    value,
  };
  section.added.push(entry);
  section.structs += 1;
  section.length += 1;
  noteEntry(parts, entry);
}

/** Two that go, written one after the other under one key, would be one for Yjs. */
export const wouldJoin = ({ client, clock, origin }: Entry): boolean =>
  origin !== undefined && origin.client === client && origin.clock === clock - 1;

/** What is gone of a client, as places and lengths. */
export function goneIn({ read, added }: Section): [clock: number, length: number][] {
  const gone: [number, number][] = [];
  const note = ({ isGone, clock }: Entry): void => {
    if (!isGone) return;
    const last = gone.at(-1);
    if (last !== undefined && last[0] + last[1] === clock) last[1] += 1;
    else gone.push([clock, 1]);
  };
  for (const { entry } of read) note(entry);
  for (const entry of added) note(entry);
  return gone;
}
