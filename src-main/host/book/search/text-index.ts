// Keeps the full-text index in step with the rows. Taking words out securely costs up
// to a millisecond a record. A transaction that changes many records only marks them as
// gone, which is fast; the next erasure then rewrites the index without them.

import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { SearchText } from '../../../../src-shared/domain/kind.ts';
import { foundText, indexedText } from './text.ts';

type Plain = Record<string, unknown>;

export type SearchIndex = {
  replace(n: number, before: Plain | undefined, after: Plain | undefined): void;
  /** The transaction is one of many: together they change many records. */
  expectMany: () => void;
  /** The transaction ends. */
  flush(): void;
  /** Nothing that was taken out stays in the file. */
  scrub: () => void;
};

const manyChanges = 200;

export function searchIndex(connection: Connection, table: CollectionTable): SearchIndex {
  if (table.traits.search !== true) {
    const nothing = (): void => undefined;
    return { replace: nothing, expectMany: nothing, flush: nothing, scrub: nothing };
  }
  const { search } = table;
  const { raw } = connection;
  const insert = raw.prepare(
    `INSERT INTO ${search} (rowid, name, contact, body) VALUES (?, ?, ?, ?)`,
  );
  const remove = raw.prepare(`DELETE FROM ${search} WHERE rowid = ?`);
  let isSecure = readSecure(connection, search);
  let taken = 0;

  function setSecure(secure: boolean): void {
    raw.exec(`INSERT INTO ${search} (${search}, rank) VALUES ('secure-delete', ${Number(secure)})`);
    isSecure = secure;
  }
  function take(n: number): void {
    taken += 1;
    if (taken > manyChanges && isSecure) setSecure(false);
    remove.run(n);
  }

  return {
    replace(n, before, after) {
      const had =
        before === undefined || before['_deleted'] === true ? undefined : foundText(before);
      const has = after === undefined ? undefined : foundText(after);
      // The words added follow from these: most edits need not look for them.
      if (had !== undefined && has !== undefined && isSame(had, has)) return;
      if (had !== undefined) take(n);
      if (has === undefined) return;
      const { name, contact, body } = indexedText(has);
      insert.run(n, name, contact, body);
    },
    expectMany: () => {
      taken = Math.max(taken, manyChanges);
    },
    flush() {
      taken = 0;
    },
    scrub() {
      if (isSecure) return;
      raw.exec(`INSERT INTO ${search} (${search}) VALUES ('optimize')`);
      setSecure(true);
    },
  };
}

function readSecure(connection: Connection, search: string): boolean {
  const row = connection.raw
    .prepare(`SELECT v FROM ${search}_config WHERE k = 'secure-delete'`)
    .get();
  return row?.['v'] === 1;
}

const isSame = (a: SearchText, b: SearchText): boolean =>
  a.name === b.name && a.contact === b.contact && a.body === b.body;
