// What is shown of the records that a search finds: their names, on whose page they are, and
// where the words stand.

import type { SearchHit } from '../../../../src-shared/bridge/host-types.ts';
import type { RecordContent } from '../../../../src-shared/domain/kind.ts';
import { kinds } from '../../../../src-shared/domain/kinds.ts';
import { shownOn } from '../../../../src-shared/domain/links.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { bestOf, highlightOf } from './highlight.ts';
import { shownText, toSearchable } from './text.ts';

/** `highlight`: where the words are known to stand. */
export type Found = { table: CollectionTable; n: number; highlight?: string };

/** In the order in which they were found; each table is read once. */
export function toHits(
  { reader }: StoreDatabase,
  found: readonly Found[],
  words: readonly string[],
): SearchHit[] {
  const foundByTable = Map.groupBy(found, ({ table }) => table);
  const hitByFound = new Map<Found, SearchHit>();
  for (const [table, some] of foundByTable) {
    const foundByNumber = new Map(some.map((one) => [one.n, one]));
    const rows = reader.prepare(hitSql(table)).all(JSON.stringify([...foundByNumber.keys()]));
    const content = reader.prepare(contentSql(table));
    const read = (n: number): RecordContent =>
      JSON.parse(String(content.all(n)[0]?.['content'])) as RecordContent;
    for (const row of rows) {
      const one = foundByNumber.get(Number(row['n']));
      if (one !== undefined) hitByFound.set(one, toHit(one, row, words, read));
    }
  }
  return found.flatMap((one) => hitByFound.get(one) ?? []);
}

/** Without what is long and holds no words. */
const contentSql = (table: CollectionTable): string =>
  `SELECT json_object('fields', json_remove(d.data -> '$.fields', '$.photo'), 'sets', d.data -> '$.sets',
   'note', d.data -> '$.note') AS content FROM ${table.docs} d WHERE d.n = ?`;

const hitSql = (table: CollectionTable): string =>
  `SELECT d.n AS n, d.data ->> '$.id' AS id, d.data ->> '$.kind' AS kind, d.data ->> '$.name' AS name,
   ${hasPages(table) ? 'NULL' : "json_object('fields', d.data -> '$.fields', 'sets', d.data -> '$.sets')"} AS content,
   s.name AS named, s.contact AS contact, s.body AS body
   FROM json_each(?) JOIN ${table.docs} d ON d.n = value JOIN ${table.search} s ON s.rowid = d.n`;

/** Whether its records have pages of their own. */
const hasPages = ({ collection }: CollectionTable): boolean =>
  collection === 'people' || collection === 'groups';

function onPageOf(kindName: string, content: unknown): SearchHit['on'] {
  const kind = kinds.get(kindName);
  if (kind === undefined || typeof content !== 'string') return undefined;
  return shownOn(kind, JSON.parse(content) as Pick<RecordDoc, 'fields' | 'sets'>);
}

function toHit(
  { table, n, highlight }: Found,
  row: Readonly<Record<string, unknown>>,
  words: readonly string[],
  read: (n: number) => RecordContent,
): SearchHit {
  const kind = String(row['kind']);
  const on = onPageOf(kind, row['content']);
  const where = highlight === undefined ? whereFound(kind, row, words, () => read(n)) : undefined;
  return {
    // Only tables of what can be searched were looked through.
    collection: table.collection as SearchHit['collection'],
    id: String(row['id']),
    kind,
    name: String(row['name']),
    ...(on === undefined ? {} : { on }),
    highlight: highlight ?? '',
    ...where,
  };
}

/** The piece that holds the most words, and of which field it is where that is not the name. */
function whereFound(
  kind: string,
  { named, contact, body }: Readonly<Record<string, unknown>>,
  words: readonly string[],
  read: () => RecordContent,
): Pick<SearchHit, 'highlight' | 'what'> {
  const columns = [named, contact, body].map((one) => shownText(String(one)));
  const best = bestOf(columns, words);
  if (best.at === 0) return { highlight: highlightOf(best) };
  const parts = kinds.get(kind)?.foundBy(read()) ?? [];
  const part = bestOf(
    parts.map(({ text }) => toSearchable(text)),
    words,
  );
  const what = parts[part.at]?.what;
  // Words that stand in several fields are shown together, as they stand in the index.
  if (what === undefined || part.count < best.count) return { highlight: highlightOf(best) };
  return { highlight: highlightOf(part), what };
}
