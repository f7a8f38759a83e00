// The table of facts: one row for each person somebody said something of. Local to this
// laptop, kept with the records (keep.ts), read by views. Whoever has no row has no facts.

import type { FactName } from '../../../../src-shared/query/facts.ts';
import type { Connection } from '../sqlite/connection.ts';

/** Where records may speak of people. */
export const speaking = ['moments', 'work'] as const;
export const watched = ['people', ...speaking, 'local'] as const;

export const factsSql = `
  CREATE TABLE IF NOT EXISTS facts (
    id TEXT PRIMARY KEY,
    contact_at INTEGER, contact_moment TEXT, contact_kind TEXT, contact_direction TEXT, contact_by TEXT,
    next_due TEXT,
    promises_ours INTEGER NOT NULL DEFAULT 0, promises_theirs INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    turns_at INTEGER,
    n INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS facts_contact ON facts (contact_at) WHERE contact_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS facts_number ON facts (n, contact_at) WHERE contact_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS facts_turn ON facts (turns_at) WHERE turns_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS facts_state (collection TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT;
`;

/**
 * Facts as an earlier version laid them out, without the number of the person's row (by which
 * a search puts people in order), are made again from the records.
 */
export function dropOldFacts({ raw }: Connection): void {
  const columns = raw.prepare(`SELECT name FROM pragma_table_info('facts')`).all();
  if (columns.length === 0 || columns.some(({ name }) => name === 'n')) return;
  raw.exec(`BEGIN IMMEDIATE; DROP TABLE facts;
    DELETE FROM facts_state WHERE collection IN (${watched.map((name) => `'${name}'`).join(', ')}); COMMIT`);
}

const columnByFact: { readonly [name in FactName]: string } = {
  'lastContact.at': 'contact_at',
  'lastContact.by': 'contact_by',
  'lastContact.kind': 'contact_kind',
  'lastContact.direction': 'contact_direction',
  nextDue: 'next_due',
  'promises.ours': 'promises_ours',
  'promises.theirs': 'promises_theirs',
  'posts.unread': 'unread',
};

export const factColumn = (name: FactName): string => columnByFact[name];

/** A number that is there for everybody: none is 0. */
export const isCountFact = (name: FactName): boolean =>
  ['promises_ours', 'promises_theirs', 'unread'].includes(columnByFact[name]);
