// Bookkeeping of this laptop, kept in the collection `local` in the transaction that makes
// it necessary.

import type { JsonValue, RecordDoc, RecordId, Stamp } from '../domain/record.ts';

/** Bookkeeping of this laptop in the shape of a record; it never leaves. */
export function localDoc(
  id: string,
  kind: string,
  fields: { [field: string]: JsonValue },
  origin: Stamp,
): RecordDoc {
  return {
    id: id as RecordId,
    kind,
    status: 'live',
    scope: 'private',
    name: '',
    sortKey: '',
    keys: [`kind:${kind}`],
    at: origin.at,
    createdAt: origin.at,
    updatedAt: origin.at,
    fields,
    sets: {},
    note: '',
    origin,
    stamps: {},
    conflicts: [],
  };
}
