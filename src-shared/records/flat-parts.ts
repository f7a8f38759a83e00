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
  /** Of one that was read: where it stands, and what it says came before it. */
  read:
    | { at: number; end: number; after: { client: number; clock: number } | undefined }
    | undefined;
};

/** What one client wrote. */
export type Section = {
  client: number;
  /** How many pieces of the note are among it. */
  pieces: number;
  length: number;
  /** As it was read, from one place in the bytes to another. */
  from: number;
  to: number;
  /** What was read, then what was added since. */
  entries: Entry[];
  /** How many of these stand under their key. */
  placed: number;
  /** Lines of the note, written after all else. */
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
  pieces: 0,
  length: 0,
  from: 0,
  to: 0,
  entries: [],
  placed: 0,
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
    read: undefined,
  };
  section.entries.push(entry);
  section.length += 1;
  noteEntry(parts, entry);
}

/** Two that are gone and were written one right after the other under one key are one piece. */
export const isJoined = (entry: Entry, previous: Entry | undefined): boolean =>
  previous !== undefined &&
  entry.isGone &&
  previous.isGone &&
  entry.origin === previous &&
  previous.client === entry.client &&
  previous.clock + 1 === entry.clock;

/** What is gone of a client, as places and lengths. */
export function goneIn({ entries }: Section): [clock: number, length: number][] {
  const gone: [number, number][] = [];
  for (const { isGone, clock } of entries) {
    if (!isGone) continue;
    const last = gone.at(-1);
    if (last !== undefined && last[0] + last[1] === clock) last[1] += 1;
    else gone.push([clock, 1]);
  }
  return gone;
}
