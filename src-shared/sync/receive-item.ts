// Takes over one record that a teammate sent. The result is written only if it differs
// from what is here. Nothing a teammate sends can touch what is private here.

import { withoutKept } from '../domain/kept-here.ts';
import type { RecordRow } from '../domain/kind.ts';
import type { CollectionName, RecordDoc } from '../domain/record.ts';
import { fromBase64 } from '../records/base64.ts';
import { localDoc } from '../records/local-doc.ts';
import { docOf, type RecordHead } from '../records/content.ts';
import { type CommandContext, kindsOf } from '../records/context.ts';
import { withKeptOf } from '../records/kept.ts';
import { isErasedKey } from '../records/erase/tombstone.ts';
import { isWithinLimits } from '../records/limits.ts';
import { mergeRecord } from '../records/merge.ts';
import { genesisState, stateVectorText } from '../records/state.ts';
import { isTime } from '../values/time.ts';
import { recordHash } from './hash.ts';
import type { Item } from './item.ts';

/**
 * same: nothing to write. taken: stored as it came. merged: stored, and not what was
 * sent, so the sender wants to hear of it. lacking: only a part came of a record that is
 * not here as it should be. refused: broken, too large or not allowed.
 */
export type Received =
  | { outcome: 'same' | 'refused' | 'lacking' }
  | { outcome: 'taken' | 'merged'; doc: RecordDoc };

/** Plans only; `doc` of the answer is to be put by the caller. */
export function receiveItem(
  item: Item,
  mine: RecordDoc | undefined,
  context: CommandContext,
): Received {
  if (mine?.scope === 'private') return { outcome: 'refused' };
  const received = takeOver(item, mine, context);
  return 'doc' in received && !isSound(item.c, received.doc, mine, context)
    ? { outcome: 'refused' }
    : received;
}

/**
 * A record stays of the kind it was made as. One of a kind known here stands in its
 * collection, every value in its field's shape.
 */
function isSound(
  collection: CollectionName,
  doc: RecordDoc,
  mine: RecordDoc | undefined,
  context: CommandContext,
): boolean {
  if (mine !== undefined && mine.kind !== doc.kind) return false;
  const kind = kindsOf(context).get(doc.kind);
  if (kind !== undefined && kind.collection !== collection) return false;
  if (doc.status === 'erased') return true;
  const { trashedAt } = doc.fields;
  if (typeof trashedAt === 'number' && !isTime(trashedAt)) return false;
  return kind === undefined || kind.tolerates(doc);
}

function takeOver(item: Item, mine: RecordDoc | undefined, context: CommandContext): Received {
  if ('erased' in item) return receiveTombstone(item, mine);
  if (mine?.status === 'erased') return { outcome: 'same' };
  if ('row' in item) return receiveRow(item, mine, context);
  if ('h' in item && !('edits' in item)) {
    const isHere = mine !== undefined && recordHash(mine) === item.h;
    return { outcome: isHere ? 'same' : 'lacking' };
  }
  if ('edits' in item) {
    if (mine === undefined) return { outcome: 'lacking' };
    return receiveState(item.id, fromBase64(item.edits), mine, context, item.h);
  }
  return receiveState(item.id, fromBase64(item.state), mine, context);
}

function receiveTombstone(
  item: Extract<Item, { erased: unknown }>,
  mine: RecordDoc | undefined,
): Received {
  if (mine?.status === 'erased') return { outcome: 'same' };
  const { kind, at, keys, salt, origin } = item.erased;
  const fields = { erasedAt: at, ...(salt === undefined ? {} : { salt }) };
  const tombstone = localDoc(item.id, kind, fields, origin);
  const doc: RecordDoc = {
    ...tombstone,
    status: 'erased',
    scope: 'team',
    keys: keys.filter(isErasedKey),
  };
  return { outcome: 'taken', doc };
}

function receiveRow(
  item: Extract<Item, { row: unknown }>,
  mine: RecordDoc | undefined,
  context: CommandContext,
): Received {
  const { kind, createdAt, origin, note } = item.row;
  const head: RecordHead = { kind, scope: 'team', createdAt, origin };
  const content = { fields: withoutKept(item.row.fields), sets: withoutKept(item.row.sets), note };
  if (!isWithinLimits(content)) return { outcome: 'refused' };
  const combine = kindsOf(context).get(kind)?.combine;
  if (combine !== undefined && mine !== undefined)
    return receiveUnedited(item.id, combine, mine, item.row, context);
  if (mine === undefined) {
    const doc = docOf(item.id, head, content, { stamps: {}, conflicts: [] }, kindsOf(context));
    return { outcome: 'taken', doc };
  }
  if (mine.state === undefined) {
    const doc = docOf(item.id, head, content, { stamps: {}, conflicts: [] }, kindsOf(context));
    if (recordHash(doc) === recordHash(mine)) return { outcome: 'same' };
  }
  return receiveState(item.id, genesisState(head, content), mine, context);
}

/** Two rows of what nobody edits make one. */
function receiveUnedited(
  id: string,
  combine: (mine: RecordRow, theirs: RecordRow) => RecordRow,
  mine: RecordDoc,
  theirs: RecordRow & { kind: string },
  context: CommandContext,
): Received {
  if (mine.kind !== theirs.kind) return { outcome: 'refused' };
  const make = ({ createdAt, origin, fields, sets, note }: RecordRow): RecordDoc =>
    docOf(
      id,
      { kind: mine.kind, scope: 'team', createdAt, origin },
      { fields: inOrder(fields), sets, note },
      { stamps: {}, conflicts: [] },
      kindsOf(context),
    );
  const doc = make(combine(mine, theirs));
  const hash = recordHash(doc);
  if (hash === recordHash(mine)) return { outcome: 'same' };
  return { outcome: hash === recordHash(make(theirs)) ? 'taken' : 'merged', doc };
}

/** As a record is made: the order of its fields is part of its fingerprint. */
const inOrder = (fields: RecordDoc['fields']): RecordDoc['fields'] =>
  Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function receiveState(
  id: string,
  state: Uint8Array,
  mine: RecordDoc | undefined,
  context: CommandContext,
  sentHash?: number,
): Received {
  if (mine !== undefined && kindsOf(context).get(mine.kind)?.combine !== undefined)
    return { outcome: 'refused' };
  const before = mine === undefined ? undefined : recordHash(mine);
  const merged = mergeRecord(id, mine, state, context);
  if (!merged.ok) return { outcome: 'refused' };
  const { doc } = merged.value;
  if (doc.scope !== 'team') return { outcome: 'refused' };
  const after = recordHash(doc);
  if (before === after)
    return mine === undefined || sentHash !== undefined
      ? { outcome: 'same' }
      : settleTwoTales(id, state, mine, context);
  const sent = sentHash ?? (mine === undefined ? after : hashOfState(id, state, context));
  return { outcome: sent === after ? 'taken' : 'merged', doc };
}

/**
 * Whoever writes two different things in one place of a record's history, and tells each to
 * somebody else, would keep these two apart for ever: Yjs keeps what came first. All who
 * have heard of both keep the one with the smaller fingerprint.
 */
function settleTwoTales(
  id: string,
  state: Uint8Array,
  mine: RecordDoc,
  context: CommandContext,
): Received {
  const own = mine.state === undefined ? undefined : fromBase64(mine.state);
  if (own === undefined || stateVectorText(own) !== stateVectorText(state))
    return { outcome: 'same' };
  const theirs = mergeRecord(id, undefined, state, context);
  if (!theirs.ok) return { outcome: 'same' };
  // What was only removed here or there is removed in both.
  const turned = mergeRecord(id, theirs.value.doc, own, context);
  if (!turned.ok) return { outcome: 'same' };
  const doc = withKeptOf(turned.value.doc, mine, context);
  const hash = recordHash(doc);
  if (hash >= recordHash(mine)) return { outcome: 'same' };
  return { outcome: hash === recordHash(theirs.value.doc) ? 'taken' : 'merged', doc };
}

function hashOfState(id: string, state: Uint8Array, context: CommandContext): number | undefined {
  const alone = mergeRecord(id, undefined, state, context);
  return alone.ok ? recordHash(alone.value.doc) : undefined;
}
