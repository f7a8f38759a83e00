// Rows of the table of facts, read and written on the writing connection.

import { noFacts } from '../../../../src-shared/query/facts.ts';
import type { Kept } from '../../../../src-shared/query/facts-of.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { toSortText } from '../sqlite/sort-text.ts';

export function readFacts(connection: Connection, id: string): Kept {
  const row = connection.prepare('SELECT * FROM facts WHERE id = ?').get(id);
  if (row === undefined) return { ...noFacts };
  const kept: Kept = {
    promisesOurs: Number(row['promises_ours']),
    promisesTheirs: Number(row['promises_theirs']),
    unreadPosts: Number(row['unread']),
  };
  if (row['contact_at'] !== null)
    kept.lastContact = {
      at: Number(row['contact_at']),
      moment: String(row['contact_moment']),
      kind: String(row['contact_kind']),
      direction: String(row['contact_direction']) as 'both',
      by: String(row['contact_by']),
    };
  if (row['next_due'] !== null) kept.nextDue = String(row['next_due']);
  if (row['turns_at'] !== null) kept.turnsAt = Number(row['turns_at']);
  return kept;
}

/** Of people who came after what was said of them. */
export function numberRows(connection: Connection, { docs }: CollectionTable): void {
  connection
    .prepare(
      `UPDATE facts SET n = (SELECT n FROM ${docs} d WHERE d.id = facts.id)
       WHERE n IS NULL AND contact_at IS NOT NULL`,
    )
    .run();
}

/** Whoever has no facts has no row. */
export function writeFacts(
  connection: Connection,
  people: CollectionTable,
  id: string,
  facts: Kept,
): void {
  const { lastContact, nextDue, promisesOurs, promisesTheirs, unreadPosts, turnsAt } = facts;
  const isBare = lastContact === undefined && nextDue === undefined && turnsAt === undefined;
  if (isBare && promisesOurs + promisesTheirs + unreadPosts === 0) {
    connection.prepare('DELETE FROM facts WHERE id = ?').run(id);
    return;
  }
  connection
    .prepare(
      `INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
       (SELECT n FROM ${people.docs} WHERE id = ?))`,
    )
    .run(
      id,
      lastContact?.at ?? null,
      lastContact?.moment ?? null,
      lastContact?.kind ?? null,
      lastContact?.direction ?? null,
      lastContact?.by ?? null,
      nextDue ?? null,
      promisesOurs,
      promisesTheirs,
      unreadPosts,
      turnsAt ?? null,
      toSortText(id),
    );
}
