// Where Today finds the few records that it is about without reading all: indexes over what
// stands in the documents, made when it is first asked for.

import { pathTo } from '../query/view-values.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { recordTable } from '../sqlite/record-table.ts';

export const bornSql = `substr(json_extract(data, ${pathTo('fields', 'birthday')}), -5)`;
export const calendarSql = `json_extract(data, ${pathTo('fields', 'birthdayCalendar')})`;
export const datesSql = `json_extract(data, ${pathTo('sets', 'dates')})`;
export const rhythmSql = `json_extract(data, ${pathTo('fields', 'rhythm')})`;
export const aloneSql = `json_extract(data, ${pathTo('fields', 'doNotContact')})`;
export const createdSql = `json_extract(data, '$.createdAt')`;
export const typedSql = `json_extract(data, '$.origin.source.type') = 'typed'`;

const made = new WeakSet<StoreDatabase>();

export async function makeTodayIndexes(store: StoreDatabase): Promise<void> {
  if (made.has(store)) return;
  const [people, groups, ties] = (['people', 'groups', 'ties'] as const).map(
    (of) => recordTable(store, of).docs,
  );
  await store.transact(() => {
    for (const sql of [
      `${people}_born ON ${people} (${bornSql}) WHERE ${bornSql} IS NOT NULL`,
      `${people}_calendar ON ${people} (n) WHERE ${calendarSql} IS NOT NULL`,
      `${people}_dates ON ${people} (n) WHERE ${datesSql} IS NOT NULL`,
      `${people}_typed ON ${people} (${createdSql}) WHERE ${typedSql}`,
      `${people}_alone ON ${people} (n) WHERE ${aloneSql} = 1`,
      `${people}_rhythm ON ${people} (n) WHERE ${rhythmSql} IS NOT NULL`,
      `${groups}_rhythm ON ${groups} (n) WHERE ${rhythmSql} IS NOT NULL`,
      `${ties}_rhythm ON ${ties} (n) WHERE ${rhythmSql} IS NOT NULL`,
    ])
      store.writer.raw.exec(`CREATE INDEX IF NOT EXISTS ${sql}`);
  });
  made.add(store);
}
