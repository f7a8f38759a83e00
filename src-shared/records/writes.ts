// What an edit writes, and where it stands in a state.

import type { Kind } from '../domain/kind.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { readRuled, ruledField } from './rules.ts';
import type { StateReader } from './state-reader.ts';

/** `what` is a field's name, `set/itemId`, or `note`; null means absent. */
export type Write = { what: string; value: JsonValue } | Typed | Appended | Cleared;
/** What an open editor sends. */
export type Typed = { what: 'note'; update: Uint8Array };
/** Text of another record's note (`of`), which comes once however many laptops append it. */
export type Appended = { what: 'note'; append: string; of: string };
/** All goes that stood in the note before what the same edit appends. */
export type Cleared = { what: 'note'; isCleared: true };
export type Written = { what: string; before: JsonValue; after: JsonValue };
/** Makes the writes of a list of changes of one record. */
export type Plan = (state: StateReader, doc: RecordDoc) => Write[];

/** The map and the key under which a field or an entry of a set stands. */
export function placeOf(what: string): [map: string, key: string] {
  const [set, item] = splitWhat(what);
  return set === undefined ? ['fields', what] : [`set:${set}`, item];
}

export function splitWhat(what: string): [set: string | undefined, item: string] {
  const slash = what.indexOf('/');
  return slash === -1 ? [undefined, ''] : [what.slice(0, slash), what.slice(slash + 1)];
}

export function readWhat(state: StateReader, what: string, kind: Kind | undefined): JsonValue {
  const ruled = ruledField(kind, what);
  const shown = ruled === undefined ? undefined : readRuled(state, what, ruled);
  if (shown !== undefined) return shown;
  if (what === 'note') return state.note();
  if (what.startsWith('conflict:'))
    return state.map<JsonValue>('conflicts').get(what.slice('conflict:'.length)) ?? null;
  const [map, key] = placeOf(what);
  return state.map<JsonValue>(map).get(key) ?? null;
}
