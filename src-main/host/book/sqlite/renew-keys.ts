// Names that are compared by one folding now, where a book of an earlier version has them under
// another: Groß beside GROSS, Kılıç beside KILIÇ. Only keys change, which follow from the record.

import { foldItem, foldText } from '../../../../src-shared/domain/fold.ts';
import type { CollectionTable } from './collection-table.ts';
import type { Connection } from './connection.ts';
import { toSortText } from './sort-text.ts';

/** Kept beside the state of the facts, which follows from the records, too. */
const what = 'folded keys';
const current = 1;

export function areKeysCurrent({ raw }: Connection): boolean {
  const row = raw.prepare('SELECT sequence FROM facts_state WHERE collection = ?').get(what);
  return Number((row as { sequence?: unknown } | undefined)?.sequence ?? 0) === current;
}

/** Call inside a transaction. */
export function renewKeys({ raw }: Connection, tables: Iterable<CollectionTable>): void {
  for (const { docs, keys, traits } of tables) {
    if (traits.multiValue !== 'keys') continue;
    const found = raw
      .prepare(
        `SELECT DISTINCT n FROM ${keys} WHERE value GLOB '*[^ -~]*' AND
         (value >= 'name:' AND value < 'name;' OR value >= 'email:' AND value < 'email;' OR
          value >= 'tag:' AND value < 'tag;')`,
      )
      .all() as { n: number }[];
    const read = raw.prepare(`SELECT data FROM ${docs} WHERE n = ?`);
    const write = raw.prepare(`UPDATE ${docs} SET data = ? WHERE n = ?`);
    const remove = raw.prepare(`DELETE FROM ${keys} WHERE value = ? AND n = ?`);
    const insert = raw.prepare(`INSERT OR IGNORE INTO ${keys} VALUES (?, ?)`);
    for (const { n } of found) {
      const doc = JSON.parse(String((read.get(n) as { data: string }).data)) as { keys: string[] };
      const had = doc.keys;
      doc.keys = had.map(folded);
      if (had.every((key, at) => key === doc.keys[at])) continue;
      write.run(JSON.stringify(doc), n);
      for (const key of had) remove.run(toSortText(key), n);
      for (const key of doc.keys) insert.run(toSortText(key), n);
    }
  }
  raw.prepare('INSERT OR REPLACE INTO facts_state VALUES (?, ?)').run(what, current);
}

function folded(key: string): string {
  const [, sort, value] = /^(name|email|tag):(.*)$/s.exec(key) ?? [];
  if (sort === undefined || value === undefined) return key;
  return `${sort}:${sort === 'name' ? foldText(value) : foldItem(value)}`;
}
