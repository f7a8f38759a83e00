// A record as it travels to a teammate. A record that nobody has edited since it was
// made costs its row: the receiver derives the same state from it. An edited one
// travels as its Yjs state, an erased one as its tombstone.

import { withoutKept } from '../domain/kept-here.ts';
import type { CollectionName, JsonValue, RecordDoc, Stamp } from '../domain/record.ts';
import { fromBase64, toBase64 } from '../records/base64.ts';
import { jsonLength, limits } from '../records/limits.ts';
import { isItem, isObject, isStamp, isText } from '../records/shape.ts';
import { beyondGenesis } from '../records/state.ts';
import { isTime } from '../values/time.ts';
import { recordHash } from './hash.ts';

/** What every version shares. Of others one speaks only to who says that it knows them. */
export const firstCollections = [
  'groups',
  'people',
  'ties',
  'moments',
  'work',
  'posts',
] as const satisfies readonly CollectionName[];

/** What teams share, in the order in which it is sent. `local` never leaves. */
export const sharedCollections = ['setup', ...firstCollections] as const;
export type SharedCollection = (typeof sharedCollections)[number];

type Row = {
  kind: string;
  createdAt: number;
  origin: Stamp;
  fields: RecordDoc['fields'];
  sets: RecordDoc['sets'];
  note: string;
};
type Tombstone = { kind: string; at: number; keys: string[]; salt?: string; origin: Stamp };

/** `c` names the collection; one of the other members tells the record. */
export type Item =
  | { c: SharedCollection; id: string; row: Row }
  | { c: SharedCollection; id: string; state: string }
  | { c: SharedCollection; id: string; erased: Tombstone }
  /** `state` without the genesis that whoever has the record has; `h`: the whole one's hash. */
  | { c: SharedCollection; id: string; edits: string; h: number }
  /** Only the hash: the receiver very probably has it from somebody else. */
  | { c: SharedCollection; id: string; h: number };

/** About how many characters it takes on its way. */
export function lengthOf(item: Item): number {
  if ('state' in item) return item.state.length;
  if ('edits' in item) return item.edits.length;
  if (!('row' in item)) return 200;
  const { fields, sets, note } = item.row;
  return 300 + note.length + jsonLength({ fields, sets: sets as unknown as JsonValue });
}

/** Nobody takes it: it is told of, and what comes after it is sent. */
export const isTooLong = (item: Item): boolean => lengthOf(item) > limits.recordLength;

/** How much of a record is sent: `edits` and `mention` where the receiver is likely to have it. */
export type Portion = 'whole' | 'edits' | 'mention';

const longestState = 1_500_000;

/**
 * Checked by hand and returned as it is: a hundred thousand of these come in one go,
 * and a parser that rebuilds objects would change the order of their members.
 */
export function parseItem(raw: unknown): Item | undefined {
  if (!isObject(raw) || !isText(raw['id'], 64) || raw['id'] === '') return undefined;
  if (!sharedCollections.some((name) => name === raw['c'])) return undefined;
  const isKnown =
    raw['row'] !== undefined
      ? isRow(raw['row'])
      : raw['erased'] !== undefined
        ? isTombstone(raw['erased'])
        : raw['edits'] !== undefined
          ? isText(raw['edits'], longestState) && Number.isFinite(raw['h'])
          : raw['state'] === undefined
            ? Number.isFinite(raw['h'])
            : isText(raw['state'], longestState);
  return isKnown ? (raw as Item) : undefined;
}

function isRow(raw: unknown): boolean {
  return (
    isObject(raw) &&
    isText(raw['kind'], 40) &&
    isTime(raw['createdAt']) &&
    isStamp(raw['origin']) &&
    isObject(raw['fields']) &&
    isObject(raw['sets']) &&
    Object.values(raw['sets']).every((items) => Array.isArray(items) && items.every(isSetItem)) &&
    isText(raw['note'], limits.textLength)
  );
}

function isTombstone(raw: unknown): boolean {
  return (
    isObject(raw) &&
    isText(raw['kind'], 40) &&
    isTime(raw['at']) &&
    Array.isArray(raw['keys']) &&
    raw['keys'].length <= 1_000 &&
    raw['keys'].every((key) => isText(key, 200)) &&
    (raw['salt'] === undefined || isText(raw['salt'], 100)) &&
    isStamp(raw['origin'])
  );
}

const isSetItem = (raw: unknown): boolean => isObject(raw) && isText(raw['id'], 64) && isItem(raw);

/** Undefined for what is private: it never leaves, nor what a shared record holds for this laptop alone. */
export function toItem(
  collection: SharedCollection,
  doc: RecordDoc,
  portion: Portion = 'whole',
): Item | undefined {
  if (doc.scope !== 'team') return undefined;
  if (portion === 'mention') return { c: collection, id: doc.id, h: recordHash(doc) };
  const { id: docId, kind, createdAt, origin, note } = doc;
  const [fields, sets] = [withoutKept(doc.fields), withoutKept(doc.sets)];
  if (doc.status === 'erased') {
    const { erasedAt, salt } = fields;
    const tombstone = { kind, at: typeof erasedAt === 'number' ? erasedAt : createdAt };
    const secret = typeof salt === 'string' ? { salt } : {};
    return {
      c: collection,
      id: docId,
      erased: { ...tombstone, keys: doc.keys, ...secret, origin },
    };
  }
  if (doc.state !== undefined && portion === 'edits') {
    const edits = toBase64(beyondGenesis(fromBase64(doc.state)));
    return { c: collection, id: docId, edits, h: recordHash(doc) };
  }
  if (doc.state !== undefined) return { c: collection, id: docId, state: doc.state };
  return { c: collection, id: docId, row: { kind, createdAt, origin, fields, sets, note } };
}
