// A record as this laptop knew it at a time: what was changed since is taken back in mind.

import type { RecordThen } from '../../../../src-shared/bridge/history-types.ts';
import type {
  CollectionName,
  JsonValue,
  RecordDoc,
  SetItem,
} from '../../../../src-shared/domain/record.ts';
import { splitWhat } from '../../../../src-shared/records/writes.ts';
import { readDocs } from '../sqlite/record-reads.ts';
import { completeSince } from './begin.ts';
import { changesIn, type HistoryReader } from './read.ts';

export function recordThen(
  { reader, tableOf }: Pick<HistoryReader, 'reader' | 'tableOf'>,
  { collection, id, at }: { collection: CollectionName; id: string; at: number },
): RecordThen {
  const since = completeSince(reader);
  const doc = readDocs(reader, tableOf(collection), [id]).get(id);
  if (doc === undefined || doc.createdAt > at) return { doc: null, completeSince: since };
  const fields = { ...doc.fields };
  const sets = { ...doc.sets };
  const then = { fields, sets, note: doc.note };
  const later = reader
    .prepare(
      `SELECT r.changes FROM history_rows r JOIN history_actions a ON a.n = r.action
       WHERE r.record = ? AND a.arrived > ? ORDER BY r.n DESC`,
    )
    .all(id, at);
  for (const row of later)
    for (const { what, before } of changesIn(row)) takeBack(then, what, before);
  return { doc: then, completeSince: since };
}

export type Then = Pick<RecordDoc, 'fields' | 'sets' | 'note'>;

export function takeBack(then: Then, what: string, before: JsonValue): void {
  const [set, item] = splitWhat(what);
  if (what === 'note') then.note = typeof before === 'string' ? before : '';
  else if (set !== undefined) then.sets[set] = withItem(then.sets[set], item, before);
  else if (what === 'scope') return;
  else if (before === null) delete then.fields[what];
  else then.fields[what] = before;
}

function withItem(items: readonly SetItem[] = [], id: string, before: JsonValue): SetItem[] {
  if (before === null) return items.filter((item) => item.id !== id);
  const item = { ...(before as unknown as Omit<SetItem, 'id'>), id };
  return items.some((one) => one.id === id)
    ? items.map((one) => (one.id === id ? item : one))
    : [...items, item];
}
