// Facts from scratch: for a book of an earlier version, after writes that passed them by,
// and when a check asks for it. And those facts that change only because time has passed.

import type { CollectionName, RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { rowsInPieces } from '../sqlite/rows-in-pieces.ts';
import { toRecord } from '../sqlite/record-reads.ts';
import { speaking, watched } from './columns.ts';
import { createFactsLog, type FactsSource } from './keep.ts';

/** Whether the facts are up to date with the records. */
export function areFactsCurrent({ writer, tableOf }: FactsSource): boolean {
  const rows = writer.prepare('SELECT collection, sequence FROM facts_state').all();
  const sequences = new Map(rows.map((row) => [row['collection'], Number(row['sequence'])]));
  return watched.every((name) => (sequences.get(name) ?? 0) === tableOf(name).sequence);
}

/** Call inside a transaction. */
export function rebuildFacts(source: FactsSource): void {
  const { writer, tableOf } = source;
  writer.raw.exec('DELETE FROM facts');
  const log = createFactsLog(source);
  for (const collection of [...speaking, 'local'] as const)
    for (const doc of everything(writer, tableOf(collection), collection))
      log.note(collection, doc, undefined);
  log.flush();
  for (const name of watched)
    writer
      .prepare('INSERT OR REPLACE INTO facts_state VALUES (?, ?)')
      .run(name, tableOf(name).sequence);
}

function* everything(
  writer: Connection,
  { docs }: CollectionTable,
  collection: CollectionName,
): Generator<RecordDoc> {
  // Of what is local only the notes about unread posts count.
  const which = collection === 'local' ? ` AND json_extract(data, '$.kind') = 'unread'` : '';
  const all = `SELECT n AS place, data FROM ${docs} WHERE n > ?${which} ORDER BY n`;
  for (const row of rowsInPieces(writer, all))
    yield toRecord(JSON.parse(String(row['data'])) as Record<string, unknown>);
}

/** People with a contact that lay ahead and has happened by now. */
export function turnedSince(reader: Connection, now: number): string[] {
  return reader
    .prepare('SELECT id FROM facts WHERE turns_at <= ?')
    .all(now)
    .map((row) => String(row['id']));
}
