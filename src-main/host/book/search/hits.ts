// What is shown of the records that a search finds: their names, on whose page they are, and
// where the words stand.

import type { SearchHit } from '../../../../src-shared/bridge/host-types.ts';
import { kinds } from '../../../../src-shared/domain/kinds.ts';
import { shownOn } from '../../../../src-shared/domain/links.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { bestOf, highlightOf, type Wanted, wantedOf } from './highlight.ts';
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
  const wanted = wantedOf(words);
  for (const [table, some] of foundByTable) {
    const foundByNumber = new Map(some.map((one) => [one.n, one]));
    const rows = reader.prepare(hitSql(table)).all(JSON.stringify([...foundByNumber.keys()]));
    for (const row of rows) {
      const one = foundByNumber.get(Number(row['n']));
      if (one !== undefined) hitByFound.set(one, toHit(one, row, wanted));
    }
  }
  return found.flatMap((one) => hitByFound.get(one) ?? []);
}

const hitSql = ({ docs, search }: CollectionTable): string =>
  `SELECT d.n AS n, d.data AS data, s.name AS named, s.contact AS contact, s.body AS body
   FROM json_each(?) JOIN ${docs} d ON d.n = value JOIN ${search} s ON s.rowid = d.n`;

/** Whether its records have pages of their own. */
const hasPages = ({ collection }: CollectionTable): boolean =>
  collection === 'people' || collection === 'groups';

function toHit(
  { table, highlight }: Found,
  row: Readonly<Record<string, unknown>>,
  wanted: Wanted,
): SearchHit {
  const record = JSON.parse(String(row['data'])) as RecordDoc;
  const { id, kind: kindName, name } = record;
  const kind = kinds.get(kindName);
  const on = kind === undefined || hasPages(table) ? undefined : shownOn(kind, record);
  const where = highlight === undefined ? whereFound(record, row, wanted) : undefined;
  return {
    // Only tables of what can be searched were looked through.
    collection: table.collection as SearchHit['collection'],
    id,
    kind: kindName,
    name,
    ...(on === undefined ? {} : { on }),
    highlight: highlight ?? '',
    ...where,
  };
}

/** The piece that holds the most words, and of which field it is where that is not the name. */
function whereFound(
  record: RecordDoc,
  { named, contact, body }: Readonly<Record<string, unknown>>,
  wanted: Wanted,
): Pick<SearchHit, 'highlight' | 'what'> {
  const columns = [named, contact, body].map((one) => shownText(String(one)));
  const best = bestOf(columns, wanted);
  if (best.at === 0) return { highlight: highlightOf(best) };
  const parts = kinds.get(record.kind)?.foundBy(record) ?? [];
  const part = bestOf(
    parts.map(({ text }) => toSearchable(text)),
    wanted,
  );
  const what = parts[part.at]?.what;
  // Words that stand in several fields are shown together, as they stand in the index.
  if (what === undefined || part.count < best.count) return { highlight: highlightOf(best) };
  return { highlight: highlightOf(part), what };
}
