// What a simple state consists of (see flat-state.ts).

import * as encoding from 'lib0/encoding';

import type { JsonValue } from '../domain/record.ts';

/** What one client wrote. */
type Section = {
  client: number;
  structs: number;
  length: number;
  /** As they were read. */
  bytes: Uint8Array;
  /** What was added since. */
  added: encoding.Encoder | undefined;
};
export type Parts = {
  sections: Section[];
  maps: Map<string, Map<string, JsonValue>>;
  /** Lines of the note as it was made. */
  lines: string[];
  /** Deleted values have a key as well; `maps` knows those that are there. */
  gone: Set<string>;
  /** The delete set as it was read. */
  deletes: Uint8Array;
};

// Struct headers of Yjs: the kind of content in five bits, then what else follows.
export const infos = {
  deletedEntry: 0x21,
  anyEntry: 0x28,
  text: 0x04,
  type: 0x07,
  typeAfter: 0x87,
} as const;
/** Types of Yjs that a note consists of. */
export const types = { xmlElement: 3, xmlText: 6 } as const;
export const paragraph = 'paragraph';
const nothingDeleted = Uint8Array.of(0);
const nothing = new Uint8Array();

export const emptyParts = (): Parts => ({
  sections: [],
  maps: new Map(),
  lines: [],
  gone: new Set(),
  deletes: nothingDeleted,
});

export const goneKey = (map: string, key: string): string => `${map}\n${key}`;

export function sectionOf({ sections }: Parts, client: number): Section {
  const known = sections.find((section) => section.client === client);
  if (known !== undefined) return known;
  const made = { client, structs: 0, length: 0, bytes: nothing, added: undefined };
  sections.push(made);
  return made;
}

export function noteEntry({ maps }: Parts, map: string, key: string, value: JsonValue): void {
  const entries = maps.get(map);
  if (entries === undefined) maps.set(map, new Map([[key, value]]));
  else entries.set(key, value);
}

export function addEntry(
  parts: Parts,
  client: number,
  map: string,
  key: string,
  value: JsonValue,
): void {
  const section = sectionOf(parts, client);
  const bytes = (section.added ??= encoding.createEncoder());
  encoding.writeUint8(bytes, infos.anyEntry);
  encoding.writeVarUint(bytes, 1);
  encoding.writeVarString(bytes, map);
  encoding.writeVarString(bytes, key);
  encoding.writeVarUint(bytes, 1);
  encoding.writeAny(bytes, value);
  section.structs += 1;
  section.length += 1;
  noteEntry(parts, map, key, value);
}
