// Keeps the history in the transaction that changes the records, whoever changed them: it
// is read from what the records were and are. What a command of this laptop did is one
// action under the id by which it is undone; what arrives is put together by its stamps.

import type { CollectionName, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { editedCollections } from '../../../../src-shared/domain/record.ts';
import type { Forgotten } from '../../../../src-shared/store/record-store.ts';
import { forgetActions, forgetRecord, forgetWhat, isSaidOf, saidBy } from './forget.ts';
import {
  addTo,
  isHistorical,
  noteChanged,
  noteMade,
  type Pending,
  type PendingAction,
} from './pending.ts';
import type { HistorySource } from './source.ts';
import { type Turn, turnOf } from './turns.ts';
import { writeAction } from './write.ts';

export type HistoryLog = {
  /** Called with each document put or purged, and the one it replaces. */
  note: (
    collection: CollectionName,
    doc: RecordDoc | undefined,
    previous: RecordDoc | undefined,
  ) => void;
  /** What is written later in the transaction is forgotten, too. */
  forget: (what: Forgotten) => void;
  /** Call before the commit. */
  flush: () => void;
};

const edited: ReadonlySet<string> = new Set(editedCollections);

export function createHistoryLog(source: HistorySource): HistoryLog {
  const { writer, now } = source;
  const pending: Pending = new Map();
  const forgotten: Forgotten[] = [];
  let turn: Turn | undefined;
  let isTouched = false;
  return {
    note(collection, doc, previous) {
      if (collection === 'local') {
        turn = turnOf(doc, previous) ?? turn;
        if (doc === undefined && previous?.kind === 'action') forgetActions(writer, [previous.id]);
        return;
      }
      if (!edited.has(collection)) return;
      isTouched = true;
      if (doc === undefined) forgetRecord(writer, pending, previous?.id ?? '');
      else if (doc.status === 'erased') return;
      else if (!isHistorical(doc)) return;
      else if (previous === undefined) noteMade(pending, collection, doc);
      else if (previous.status !== 'erased') noteChanged(pending, collection, doc, previous);
    },
    forget(what) {
      forgotten.push(what);
      forgetWhat(source, what);
    },
    flush() {
      for (const what of forgotten) forgetPending(pending, what);
      const arrived = now();
      if (turn !== undefined) writeAction(writer, turn, asOne(pending), arrived);
      else
        for (const [key, action] of pending)
          writeAction(writer, { key, ...action.stamp }, action, arrived);
      if (isTouched) noteSequence(source);
    },
  };
}

/** All that a command has done, with what followed from it. */
function asOne(pending: Pending): Omit<PendingAction, 'stamp'> {
  const [first, ...others] = pending.values();
  if (first === undefined) return { rows: new Map(), made: new Map() };
  for (const { rows, made } of others) {
    for (const [id, row] of rows) {
      const known = first.rows.get(id);
      if (known === undefined) first.rows.set(id, row);
      else for (const written of row.changes) addTo(known, written);
    }
    for (const [place, ids] of made)
      first.made.set(place, [...(first.made.get(place) ?? []), ...ids]);
  }
  return first;
}

function forgetPending(pending: Pending, what: Forgotten): void {
  const said = saidBy(what);
  for (const { rows } of pending.values())
    for (const [id, row] of rows) {
      row.changes = row.changes.filter((written) => !isSaidOf(said, row.record, written));
      if (row.changes.length === 0) rows.delete(id);
    }
}

/** By it the next start sees whether an earlier version has written here in between. */
export function noteSequence({ writer, tableOf }: Omit<HistorySource, 'now'>): void {
  writer
    .prepare(`INSERT OR REPLACE INTO history_state VALUES ('sequence', ?)`)
    .run(sequenceOf(tableOf));
}

export const sequenceOf = (tableOf: HistorySource['tableOf']): number =>
  editedCollections.reduce((sum, name) => sum + tableOf(name).sequence, 0);
