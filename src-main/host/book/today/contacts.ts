// When there was contact with some people, from all moments: for the few of whom it is asked.

import { mergesIn } from '../facts/merges.ts';
import { liveJoinedSql } from '../query/view-links.ts';
import { columnAt } from '../sqlite/collection-table.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { recordTable } from '../sqlite/record-table.ts';
import { toSortText } from '../sqlite/sort-text.ts';

const stored = `json_extract(doc.data, '$.kind')`;
const later = `json_extract(doc.data, '$.fields.kind')`;
/** What a moment was taken to be later (src-shared/domain/moment.ts), where it is one made by hand. */
const kind = `CASE WHEN ${stored} IN ('note', 'call', 'meeting', 'message')
  AND ${later} IN ('note', 'call', 'meeting', 'message') THEN ${later} ELSE ${stored} END`;
const isContact = `(${kind} = 'meeting' OR (${kind} IN ('call', 'message')
  AND coalesce(json_extract(doc.data, '$.fields.direction'), '') <> 'absent'))`;

/** By person, those merged into them counted in; ms since 1970. */
export function contactTimes(
  store: StoreDatabase,
  people: readonly string[],
): Map<string, number[]> {
  const moments = recordTable(store, 'moments');
  const merges = mergesIn(store.reader, recordTable(store, 'people'));
  const find = store.reader.prepare(
    `SELECT DISTINCT doc.n, doc.${columnAt(moments.layout, 'at').sql} AS at
     FROM json_each(?) AS wanted CROSS JOIN ${moments.keys} AS key ON key.value = wanted.value
     CROSS JOIN ${moments.docs} AS doc ON doc.n = key.n
     WHERE ${liveJoinedSql(moments, 'doc')} AND ${isContact}`,
  );
  const found = new Map<string, number[]>();
  for (const person of people) {
    const family = merges.familyOf(person).map(toSortText);
    found.set(
      person,
      find.all(JSON.stringify(family)).map(({ at }) => Number(at)),
    );
  }
  return found;
}
