// The stored row of a record is its content plus what is derived from it. One
// function derives, so a row and a fresh reading of its state cannot disagree.

import { foldText } from '../domain/fold.ts';
import { withoutKept } from '../domain/kept-here.ts';
import type { Derived, RecordContent } from '../domain/kind.ts';
import type { Kinds } from '../domain/kinds.ts';
import { mergedIntoOf } from '../domain/merging.ts';
import type {
  Conflict,
  NewRecord,
  RecordDoc,
  RecordId,
  RecordStatus,
  SetItem,
  Stamp,
} from '../domain/record.ts';
import { type CommandContext, kindsOf, stampNow } from './context.ts';

/** What never changes about a record. */
export type RecordHead = {
  kind: string;
  scope: 'team' | 'private';
  createdAt: number;
  origin: Stamp;
};

/** Finds what is private to this laptop. */
export const privateKey = 'scope:private';
/** Finds whatever is in conflict. */
export const conflictKey = 'has:conflict';

const longestName = 300;
const longestSortKey = 120;

/** Cuts bidirectional overrides and control characters out of names that are shown in lists. */
const unsafe = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu;

export function docOf(
  id: string,
  head: RecordHead,
  content: RecordContent,
  history: { stamps: { [what: string]: Stamp }; conflicts: Conflict[]; state?: string },
  kinds: Kinds,
): RecordDoc {
  const definition = kinds.get(head.kind);
  const derived: Derived = definition?.derive(content) ?? {
    name: '',
    keys: [],
  };
  const name = cleanName(derived.name);
  const latest = Object.values(history.stamps).reduce(
    (at, stamp) => Math.max(at, stamp.at),
    head.createdAt,
  );
  return {
    id: id as RecordId,
    kind: head.kind,
    status: statusOf(content),
    scope: head.scope,
    name,
    sortKey: foldText(cleanName(derived.sortName ?? name)).slice(0, longestSortKey),
    keys: [
      ...derived.keys,
      ...(history.conflicts.length === 0 ? [] : [conflictKey]),
      ...(head.scope === 'private' ? [privateKey] : []),
    ],
    at: derived.at ?? head.createdAt,
    createdAt: head.createdAt,
    updatedAt: latest,
    fields: content.fields,
    sets: content.sets,
    note: content.note,
    origin: head.origin,
    stamps: history.stamps,
    conflicts: history.conflicts,
    ...(history.state === undefined ? {} : { state: history.state }),
  };
}

function cleanName(name: string): string {
  const short = name
    .slice(0, longestName * 4)
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return short.slice(0, longestName).toWellFormed();
}

function statusOf({ fields }: RecordContent): RecordStatus {
  if (typeof fields['undoneBy'] === 'string') return 'undone';
  if (typeof fields['trashedAt'] === 'number') return 'trashed';
  if (mergedIntoOf({ fields }) !== undefined) return 'merged';
  return 'live';
}

export const headOf = (doc: RecordDoc): RecordHead => ({
  kind: doc.kind,
  scope: doc.scope,
  createdAt: doc.createdAt,
  origin: doc.origin,
});

/** What its state says; what is kept on this laptop alone is no part of it. */
export const contentOf = ({ fields, sets, note }: RecordDoc): RecordContent => ({
  fields: withoutKept(fields),
  sets: withoutKept(sets),
  note,
});

/** A record as it is first made: no Yjs is touched, its state follows from its fields. */
export function makeRecord(record: NewRecord, context: CommandContext): RecordDoc {
  const origin = stampNow(context);
  const head: RecordHead = {
    kind: record.kind,
    scope: record.scope ?? 'team',
    createdAt: origin.at,
    origin,
  };
  const content = {
    fields: withoutEmpty(record.fields),
    sets: numbered(record.sets),
    note: record.note ?? '',
  };
  return docOf(
    record.id ?? context.newId(),
    head,
    content,
    { stamps: {}, conflicts: [] },
    kindsOf(context),
  );
}

function withoutEmpty(fields: NewRecord['fields'] = {}): RecordContent['fields'] {
  const kept: RecordContent['fields'] = {};
  for (const field of Object.keys(fields).sort()) {
    const value = fields[field];
    if (value !== undefined && value !== null && value !== '') kept[field] = value;
  }
  return kept;
}

/** First items are called by their position: a key in a Yjs map must say nothing about a person. */
function numbered(sets: NewRecord['sets'] = {}): RecordContent['sets'] {
  const kept: RecordContent['sets'] = {};
  for (const name of Object.keys(sets).sort()) {
    const items = sets[name] ?? [];
    if (items.length > 0)
      kept[name] = items.map((item, at): SetItem => ({ ...item, id: `g${at}` }));
  }
  return kept;
}
