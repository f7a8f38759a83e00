// Books made before there were other spellings in the index, or names of attached files, are
// given them once, where a record has any: its words stay, so that nothing has to be taken
// out securely.

import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { searchTextOf } from './text.ts';

/** Kept beside the state of the facts, which follows from the records, too. */
const what = 'search text';
/** 1: other spellings; 2: names of files, too. */
const current = 2;

export const isSearchCurrent = (connection: Connection): boolean => stateOf(connection) === current;

function stateOf({ raw }: Connection): number {
  const row = raw.prepare('SELECT sequence FROM facts_state WHERE collection = ?').get(what);
  return Number((row as { sequence?: unknown } | undefined)?.sequence ?? 0);
}

/** Call inside a transaction. */
export function renewSearch(connection: Connection, tables: Iterable<CollectionTable>): void {
  const { raw } = connection;
  const isOld = stateOf(connection) < 1;
  for (const { docs, keys, search, traits } of tables) {
    if (traits.search !== true) continue;
    const numbers = raw
      .prepare(
        `SELECT DISTINCT rowid AS n FROM ${search} WHERE rowid IN
         (SELECT n FROM ${keys} WHERE value >= 'file:' AND value < 'file;') ${
           isOld
             ? `OR name || contact || body GLOB '*[^ -~]*' OR name || contact || body GLOB '*[''-]*'
         OR name LIKE '%ae%' OR name LIKE '%oe%' OR name LIKE '%ue%'`
             : ''
         }`,
      )
      .all() as { n: number }[];
    raw.exec(`INSERT INTO ${search} (${search}, rank) VALUES ('secure-delete', 0)`);
    const remove = raw.prepare(`DELETE FROM ${search} WHERE rowid = ?`);
    const insert = raw.prepare(
      `INSERT INTO ${search} (rowid, name, contact, body) VALUES (?, ?, ?, ?)`,
    );
    const read = raw.prepare(`SELECT data FROM ${docs} WHERE n = ?`);
    for (const { n } of numbers) {
      const row = read.get(n) as { data: string } | undefined;
      const text = row && searchTextOf(JSON.parse(row.data) as Record<string, unknown>);
      if (text === undefined) continue;
      remove.run(n);
      insert.run(n, text.name, text.contact, text.body);
    }
    raw.exec(`INSERT INTO ${search} (${search}, rank) VALUES ('secure-delete', 1)`);
  }
  raw.prepare('INSERT OR REPLACE INTO facts_state VALUES (?, ?)').run(what, current);
}
