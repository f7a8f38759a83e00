// Where the history of a book begins: with the book, or, where the book was written to
// without one, today. Of the time before that it has what this laptop's undo log knows.

import type { JsonValue, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { bodyOf, partId } from '../../../../src-shared/records/action.ts';
import type { Connection } from '../sqlite/connection.ts';
import { readDocs, toRecord } from '../sqlite/record-reads.ts';
import { rowsInPieces } from '../sqlite/rows-in-pieces.ts';
import { noteSequence, sequenceOf } from './keep.ts';
import type { HistorySource } from './source.ts';
import { type PendingAction, type PendingRow, placeOf } from './pending.ts';
import { writeAction } from './write.ts';

export const stateOf = (writer: Connection, name: string): number | undefined => {
  const row = writer.prepare('SELECT value FROM history_state WHERE name = ?').get(name);
  return row === undefined ? undefined : Number(row['value']);
};

export const setState = (writer: Connection, name: string, value: number): void => {
  writer.prepare('INSERT OR REPLACE INTO history_state VALUES (?, ?)').run(name, value);
};

/** From when on every change is known, ms since 1970; 0: since there is the book. */
export const completeSince = (connection: Connection): number =>
  Math.max(stateOf(connection, 'begins') ?? 0, stateOf(connection, 'whole') ?? 0);

/** Whether every change so far has passed by here. */
export const isHistoryCurrent = ({ writer, tableOf }: HistorySource): boolean =>
  stateOf(writer, 'sequence') === sequenceOf(tableOf) && stateOf(writer, 'begins') !== undefined;

/** Call inside a transaction. */
export function beginHistory(source: HistorySource): void {
  const { writer, tableOf, now } = source;
  const isNew = stateOf(writer, 'begins') === undefined;
  const begins = sequenceOf(tableOf) === 0 ? 0 : now();
  if (isNew && begins > 0) for (const action of loggedActions(source)) takeOver(source, action);
  setState(writer, 'begins', begins);
  noteSequence(source);
}

function loggedActions({ writer, tableOf }: HistorySource): RecordDoc[] {
  const { docs } = tableOf('local');
  const all = `SELECT n AS place, data FROM ${docs} WHERE n > ? AND json_extract(data, '$.kind') = 'action' ORDER BY n`;
  return [...rowsInPieces(writer, all)]
    .map((row) => toRecord(JSON.parse(String(row['data'])) as Record<string, unknown>))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function takeOver(source: HistorySource, action: RecordDoc): void {
  const { writer, tableOf } = source;
  const { id, origin, fields } = action;
  const body: Omit<PendingAction, 'stamp'> = { rows: new Map(), made: new Map() };
  for (let part = 0; part < Number(fields['parts'] ?? 0); part++) {
    const place = partId(id, part);
    const doc = readDocs(writer, tableOf('local'), [place]).get(place);
    if (doc !== undefined) addPart(source, body, doc);
  }
  const label = fields['label'];
  const verb = typeof label === 'string' ? label : 'edit';
  writeAction(writer, { key: `do:${id}`, action: id, verb, ...origin }, body, origin.at);
}

function addPart(
  { writer, tableOf }: HistorySource,
  { rows, made }: Omit<PendingAction, 'stamp'>,
  part: RecordDoc,
): void {
  const { creates, edits } = bodyOf(part);
  for (const { collection, id } of creates) {
    const kind = readDocs(writer, tableOf(collection), [id]).get(id)?.kind;
    if (kind === undefined) continue;
    const place = placeOf(collection, kind);
    const ids = made.get(place) ?? [];
    ids.push(id);
    made.set(place, ids);
  }
  for (const { collection, id, written } of edits) {
    const doc = readDocs(writer, tableOf(collection), [id]).get(id);
    if (doc === undefined) continue;
    const changes = written
      .filter(({ what }) => !what.startsWith('conflict:'))
      .map(({ what, before, after }) => ({
        what,
        before: withoutOrder(what, before),
        after: withoutOrder(what, after),
      }));
    const row: PendingRow = { collection, kind: doc.kind, record: id, line: null, changes };
    if (changes.length > 0) rows.set(`${id}.${rows.size}`, row);
  }
}

/** As an entry of a set is kept in the undo log it has its place with it. */
function withoutOrder(what: string, value: JsonValue): JsonValue {
  if (!what.includes('/') || typeof value !== 'object' || value === null || Array.isArray(value))
    return value;
  const { order: _order, ...item } = value;
  return item;
}
