// Everybody of a kind as this laptop knew them at a time: what was changed since is taken back in
// mind. Asked of the host, piece by piece, while it answers others.

import type { ListThen, RowThen } from '../../../../src-shared/bridge/history-types.ts';
import { foldText } from '../../../../src-shared/domain/fold.ts';
import { kinds } from '../../../../src-shared/domain/kinds.ts';
import type { CollectionName, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { docOf, headOf } from '../../../../src-shared/records/content.ts';
import type { Written } from '../../../../src-shared/records/writes.ts';
import { readScan } from '../sqlite/record-reads.ts';
import { completeSince } from './begin.ts';
import { changesIn, type HistoryReader } from './read.ts';
import { takeBack, type Then } from './then.ts';

export type ListAsked = {
  collection: CollectionName;
  kind: string;
  at: number;
  text: string;
  limit: number;
};

type Row = RowThen & { sortKey: string };

export async function listThen(
  { reader, tableOf }: Pick<HistoryReader, 'reader' | 'tableOf'>,
  { collection, kind, at, text, limit }: ListAsked,
): Promise<ListThen> {
  const later = changesAfter(reader, collection, at);
  const wanted = foldText(text.trim());
  const found: Row[] = [];
  for await (const docs of readScan(reader, tableOf(collection)))
    for (const doc of docs) {
      if (doc.kind !== kind || doc.status === 'erased' || doc.createdAt > at) continue;
      const then = asThen(doc, later.get(doc.id) ?? []);
      if (then.status !== 'live' || !foldText(then.name).includes(wanted)) continue;
      const { id, name, sortKey } = then;
      found.push({ id, name, sortKey, isOther: name !== doc.name, status: doc.status });
    }
  const rows = found
    .toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0))
    .slice(0, limit)
    .map(({ id, name, isOther, status }) => ({ id, name, isOther, status }));
  return { rows, total: found.length, completeSince: completeSince(reader) };
}

/** Of each record, the newest first. */
function changesAfter(
  reader: HistoryReader['reader'],
  collection: CollectionName,
  at: number,
): Map<string, Written[]> {
  const later = new Map<string, Written[]>();
  const rows = reader
    .prepare(
      `SELECT r.record, r.changes FROM history_rows r JOIN history_actions a ON a.n = r.action
       WHERE a.arrived > ? AND r.collection = ? ORDER BY r.n DESC`,
    )
    .all(at, collection);
  for (const row of rows) {
    const id = String(row['record']);
    const known = later.get(id);
    if (known === undefined) later.set(id, changesIn(row));
    else known.push(...changesIn(row));
  }
  return later;
}

function asThen(doc: RecordDoc, later: readonly Written[]): RecordDoc {
  if (later.length === 0) return doc;
  const then: Then = { fields: { ...doc.fields }, sets: { ...doc.sets }, note: doc.note };
  for (const { what, before } of later) takeBack(then, what, before);
  return docOf(doc.id, headOf(doc), then, { stamps: {}, conflicts: [] }, kinds);
}
