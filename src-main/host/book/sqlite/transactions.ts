// Transactions of the one writing connection: one at a time, whole or not at all.

import { type CollectionTable, saveSequence } from './collection-table.ts';
import { createCommit } from './commit.ts';
import type { Connection } from './connection.ts';
import { createInTurn } from '../../../../src-shared/pacing/in-turn.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';

export type Write = {
  /** Writes rows of a collection; its sequence is saved with the commit. */
  rows: (table: CollectionTable) => RowWriter;
  /** What this transaction replaces or removes must be gone from the disk after it. */
  erase: () => void;
  /** Whether another transaction waits for this one to end. */
  isAwaited: () => boolean;
};

export type Transactions = {
  /**
   * Waits for its turn, then runs `work` in one transaction; rolls back when it throws.
   * `committed` runs after the commit and before the next transaction.
   */
  run: <T>(work: (write: Write) => Promise<T> | T, committed?: (value: T) => void) => Promise<T>;
  /** The table is gone. */
  forget: (table: CollectionTable) => void;
  /** Runs `close` after the last transaction. */
  end: (close: () => void) => Promise<void>;
};

export function createTransactions(writer: Connection): Transactions {
  const inTurn = createInTurn();
  const { commit, stop } = createCommit(writer, inTurn);
  const rowsByTable = new Map<CollectionTable, RowWriter>();

  function rowsOf(table: CollectionTable): RowWriter {
    if (table.isRemoved) throw new Error('collection was removed');
    let rows = rowsByTable.get(table);
    if (rows === undefined) {
      rows = createRowWriter(writer, table);
      rowsByTable.set(table, rows);
    }
    return rows;
  }

  function finish(sequenceByTable: ReadonlyMap<CollectionTable, number>, isErasing: boolean): void {
    let written = 0;
    for (const [table, before] of sequenceByTable) {
      const rows = rowsOf(table);
      rows.flush();
      if (isErasing) rows.scrub();
      if (table.sequence !== before) saveSequence(writer, table);
      written += table.sequence - before;
    }
    commit({ rows: written, isErasing });
  }

  function undo(sequenceByTable: ReadonlyMap<CollectionTable, number>): void {
    if (writer.raw.inTransaction) writer.raw.exec('ROLLBACK');
    for (const [table, before] of sequenceByTable) {
      table.sequence = before;
      // With what it had not written yet.
      rowsByTable.delete(table);
    }
  }

  async function transact<T>(work: (write: Write) => Promise<T> | T): Promise<T> {
    const sequenceByTable = new Map<CollectionTable, number>();
    let isErasing = false;
    const write: Write = {
      rows(table) {
        if (!sequenceByTable.has(table)) sequenceByTable.set(table, table.sequence);
        return rowsOf(table);
      },
      erase: () => {
        isErasing = true;
      },
      isAwaited: inTurn.isAwaited,
    };
    writer.raw.exec('BEGIN IMMEDIATE');
    try {
      const value = await work(write);
      finish(sequenceByTable, isErasing);
      return value;
    } catch (error) {
      undo(sequenceByTable);
      throw error;
    }
  }

  return {
    run: (work, committed) =>
      inTurn(async () => {
        const value = await transact(work);
        committed?.(value);
        return value;
      }),
    forget: (table) => rowsByTable.delete(table),
    end: (close) =>
      inTurn(() => {
        stop();
        close();
      }),
  };
}
