// Reads a simple state from its bytes (see flat-state.ts); what is not simple is not read.

import * as decoding from 'lib0/decoding';

import type { JsonValue } from '../domain/record.ts';
import {
  emptyParts,
  goneKey,
  infos,
  noteEntry,
  paragraph,
  type Parts,
  types,
} from './flat-parts.ts';
import { genesisClient } from './state.ts';

export function readParts(state: Uint8Array): Parts | undefined {
  const decoder = decoding.createDecoder(state);
  const parts = emptyParts();
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const structs = decoding.readVarUint(decoder);
    const section = { client: decoding.readVarUint(decoder), structs, length: 0 };
    if (decoding.readVarUint(decoder) !== 0) return undefined;
    const from = decoder.pos;
    const last: Paragraph = { at: 0, letters: 'none' };
    for (let struct = 0; struct < structs; struct++) {
      const length =
        readEntry(decoder, parts) ??
        (section.client === genesisClient
          ? readNote(decoder, parts, section.length, last)
          : undefined);
      if (length === undefined) return undefined;
      section.length += length;
    }
    const bytes = state.subarray(from, decoder.pos);
    parts.sections.push({ ...section, bytes, added: undefined });
  }
  parts.deletes = state.subarray(decoder.pos);
  return parts;
}

/** Its length; undefined, and nothing read, where it is something else than an entry of a map. */
function readEntry(decoder: decoding.Decoder, parts: Parts): number | undefined {
  const info = decoder.arr[decoder.pos];
  if (info !== infos.anyEntry && info !== infos.deletedEntry) return undefined;
  // An entry of a map that is in another has its parent's id here.
  if (decoder.arr[decoder.pos + 1] !== 1) return undefined;
  decoder.pos += 2;
  const map = decoding.readVarString(decoder);
  const key = decoding.readVarString(decoder);
  if (parts.maps.get(map)?.has(key) === true || parts.gone.has(goneKey(map, key))) return undefined;
  if (decoding.readVarUint(decoder) !== 1) return undefined;
  if (info === infos.deletedEntry) parts.gone.add(goneKey(map, key));
  else noteEntry(parts, map, key, decoding.readAny(decoder) as JsonValue);
  return 1;
}

/** A piece of the note just as `addNote` writes it: a paragraph, the text in it, or its letters. */
function readNote(decoder: decoding.Decoder, { lines }: Parts, at: number, last: Paragraph) {
  const info = decoding.readUint8(decoder);
  if (info === infos.typeAfter) {
    if (lines.length === 0 || !isId(decoder, last.at)) return undefined;
  } else if (info === infos.type || info === infos.text) {
    const isRoot = decoding.readVarUint(decoder) === 1;
    if (isRoot && (info === infos.text || lines.length > 0)) return undefined;
    if (isRoot && decoding.readVarString(decoder) !== 'note') return undefined;
    if (!isRoot && !isId(decoder, info === infos.text ? last.at + 1 : last.at)) return undefined;
    if (!isRoot) return readLetters(decoder, info, lines, last);
  } else return undefined;
  if (decoding.readVarUint(decoder) !== types.xmlElement) return undefined;
  if (decoding.readVarString(decoder) !== paragraph) return undefined;
  lines.push('');
  last.at = at;
  last.letters = 'none';
  return 1;
}

/** Where the last paragraph stands, and how much of its text was read. */
type Paragraph = { at: number; letters: 'none' | 'next' | 'read' };

function readLetters(
  decoder: decoding.Decoder,
  info: number,
  lines: string[],
  last: Paragraph,
): number | undefined {
  if (info === infos.type) {
    if (last.letters !== 'none' || decoding.readVarUint(decoder) !== types.xmlText)
      return undefined;
    last.letters = 'next';
    return 1;
  }
  if (last.letters !== 'next') return undefined;
  last.letters = 'read';
  const letters = decoding.readVarString(decoder);
  lines[lines.length - 1] = letters;
  return letters.length;
}

function isId(decoder: decoding.Decoder, clock: number): boolean {
  const client = decoding.readVarUint(decoder);
  return client === genesisClient && decoding.readVarUint(decoder) === clock;
}
