// Collects what one transaction changed and announces it after the commit, in pieces of
// at most 1,000 documents. The documents of a long transaction are not kept: they are
// read again when their turn comes.

import { type ChangeBulk, type CollectionTable, nextBulkId } from './collection-table.ts';
import { failureOfDisk } from '../condition/errors.ts';
import type { StoredDoc } from './layout.ts';
import type { StoreDatabase } from './open-database.ts';
import { toSortText } from './sort-text.ts';

type Plain = Record<string, unknown>;
type Event = ChangeBulk['events'][number];
type Later = { documentId: string; isNew: boolean; previous?: Plain | undefined };
type Change = Event | Later;

export type ChangeLog = {
  /** It lasts for many transactions, with those of others in between. */
  isLate: boolean;
  /** `meta`: RxDB's members of the document as JSON without braces. */
  put(table: CollectionTable, doc: { id: string }, meta: string, previous: Plain | undefined): void;
  purge(table: CollectionTable, id: string, previous: Plain): void;
  publish(): void;
  /** Resolves when a short list is out; at once for a long one. */
  announced(): Promise<void>;
};

const pieceSize = 1_000;
const context = 'rapport-host';

/** From so many on, reading everything again costs a window less than hearing of each change. */
const manyChanges = 5_000;

/**
 * `onMany` is called instead of announcing each change of a very long transaction. `isLate`:
 * when it is announced, documents may have changed again: all are read then.
 */
export function createChangeLog(
  store: StoreDatabase,
  onMany?: () => void,
  { isLate = false } = {},
): ChangeLog {
  const changesByTable = new Map<CollectionTable, Change[]>();
  let count = 0;
  let announcing: Promise<void> = Promise.resolve();

  function add(table: CollectionTable, change: Change): void {
    const changes = changesByTable.get(table);
    if (changes === undefined) changesByTable.set(table, [change]);
    else changes.push(change);
    count += 1;
    // No change will be announced on its own.
    if (onMany !== undefined && count > manyChanges) changesByTable.clear();
  }

  return {
    isLate,
    put(table, doc, meta, previous) {
      const isNew = previous === undefined || previous['_deleted'] === true;
      if (isLate) add(table, { documentId: doc.id, isNew, previous });
      else if (count >= pieceSize) add(table, { documentId: doc.id, isNew });
      else add(table, putEvent(doc, meta, previous, isNew));
    },
    purge(table, id, previous) {
      if (previous['_deleted'] === true) return;
      const stored = previous as StoredDoc;
      const documentData = { ...stored, _deleted: true };
      add(table, {
        documentId: id,
        operation: 'DELETE',
        documentData,
        previousDocumentData: stored,
      });
    },
    publish() {
      if (onMany !== undefined && count > manyChanges) {
        onMany();
        return;
      }
      const pieces = [...changesByTable].flatMap(([table, changes]) =>
        piecesOf(store, table, changes),
      );
      // A window draws when it hears of a change, and carries to teammates only after that.
      announcing = store.announcer.publish(pieces, 'others first').catch(unlessDisk);
    },
    announced: () => (count > pieceSize ? Promise.resolve() : announcing),
  };
}

/** A book that cannot be read any more is noticed elsewhere. */
function unlessDisk(error: unknown): void {
  if (failureOfDisk(error) === undefined) throw error;
}

function putEvent(doc: object, meta: string, previous: Plain | undefined, isNew: boolean): Event {
  const rxdb = JSON.parse(`{${meta}}`) as StoredDoc;
  const documentData: StoredDoc = { ...doc, ...rxdb };
  const documentId = String(documentData['id']);
  return isNew
    ? { documentId, operation: 'INSERT', documentData, previousDocumentData: undefined }
    : {
        documentId,
        operation: 'UPDATE',
        documentData,
        previousDocumentData: previous as StoredDoc,
      };
}

function piecesOf(store: StoreDatabase, table: CollectionTable, changes: Change[]): (() => void)[] {
  const checkpoint = { sequence: table.sequence };
  const pieces: (() => void)[] = [];
  for (let at = 0; at < changes.length; at += pieceSize) {
    const piece = changes.slice(at, at + pieceSize);
    pieces.push(() => {
      if (!table.changes$.observed) return;
      const events = piece.flatMap((change) =>
        'operation' in change ? [change] : readEvent(store, table, change),
      );
      if (events.length === 0) return;
      table.changes$.next({ id: nextBulkId(), events, checkpoint, context });
    });
  }
  return pieces;
}

/** As the document is now; what is gone by now is announced by whoever removed it. */
function readEvent(
  store: StoreDatabase,
  table: CollectionTable,
  { documentId, isNew, previous }: Later,
): Event[] {
  const row = store.reader
    .prepare(`SELECT data FROM ${table.docs} WHERE id = ?`)
    .get(toSortText(documentId));
  if (row === undefined) return [];
  const documentData = JSON.parse(String(row['data'])) as StoredDoc;
  if (documentData._deleted) return [];
  return isNew
    ? [{ documentId, operation: 'INSERT', documentData, previousDocumentData: undefined }]
    : [
        {
          documentId,
          operation: 'UPDATE',
          documentData,
          previousDocumentData: (previous ?? documentData) as StoredDoc,
        },
      ];
}
