// Which rhythms hold for whom: of people themselves, of their roles, of the groups they are in.

import type { JsonValue, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { type Rhythm, rhythmIn } from '../../../../src-shared/keep-in-touch/applies.ts';
import { everyDays } from '../../../../src-shared/fields/every.ts';
import { viewOfGroup } from '../../../../src-shared/query/group-people.ts';
import { isCurrentRole } from '../../../../src-shared/query/links.ts';
import type { PersonRhythms } from '../../../../src-shared/today/input.ts';
import { liveSql } from '../query/view-links.ts';
import type { Views } from '../query/views.ts';
import { readByKeys, readDocs } from '../sqlite/record-reads.ts';
import { recordTable } from '../sqlite/record-table.ts';
import { fromSortText } from '../sqlite/sort-text.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { createdSql, rhythmSql } from './indexes.ts';

export type RhythmSourceOf = { store: StoreDatabase; views: Views; now: number; today: string };

const dayMs = 86_400_000;
const whole = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/** Of everybody who may be due: no one is left out who is, some are there who are not. */
export function rhythmsOfAll(source: RhythmSourceOf): PersonRhythms[] {
  const { store, views, now, today } = source;
  const found = new Map<string, Rhythm[]>();
  const add = (person: string, rhythm: Rhythm): void => {
    const known = found.get(person);
    if (known === undefined) found.set(person, [rhythm]);
    else known.push(rhythm);
  };
  for (const { id, fields } of withRhythm(store, 'people')) {
    const rhythm = rhythmIn({ id, fields }, 'person');
    if (rhythm !== undefined) add(id, rhythm);
  }
  for (const tie of withRhythm(store, 'ties')) {
    const [rhythm, person] = [rhythmIn(tie, 'role'), tie.fields['from']];
    if (rhythm !== undefined && typeof person === 'string' && isCurrentRole(tie, today))
      add(person, rhythm);
  }
  for (const group of withRhythm(store, 'groups')) {
    const rhythm = rhythmIn(group, 'group');
    if (rhythm === undefined) continue;
    // A month may be a few days shorter than it is counted here.
    const latest = now - (everyDays(rhythm.every) * 0.9 - 4) * dayMs;
    const ids = views.ids(viewOfGroup(group), whole);
    for (const { id } of contactsOf(store, ids, latest)) add(id, rhythm);
  }
  return contactsOf(store, [...found.keys()]).map(({ id, ...rest }) => ({
    person: id,
    ...rest,
    rhythms: found.get(id) ?? [],
  }));
}

/** Of one person, whether due or not. */
export function rhythmsOf(
  { store, views, today }: Omit<RhythmSourceOf, 'now'>,
  person: RecordDoc,
): { rhythm: Rhythm; group?: RecordDoc }[] {
  const { reader } = store;
  const [tieTable, groupTable] = [recordTable(store, 'ties'), recordTable(store, 'groups')];
  const tieIds = readByKeys(reader, tieTable, [person.id]).get(person.id) ?? [];
  const roles = [...readDocs(reader, tieTable, tieIds).values()].filter(
    (tie) => tie.fields['from'] === person.id && isCurrentRole(tie, today),
  );
  const own = rhythmIn(person, 'person');
  const ofRoles = roles.flatMap((tie) => {
    const rhythm = rhythmIn(tie, 'role');
    const to = typeof tie.fields['to'] === 'string' ? tie.fields['to'] : '';
    const group = readDocs(reader, groupTable, [to]).get(to);
    return rhythm === undefined ? [] : [{ rhythm, ...(group === undefined ? {} : { group }) }];
  });
  const ofGroups = withRhythm(store, 'groups').flatMap((group) => {
    const rhythm = rhythmIn(group, 'group');
    return rhythm !== undefined && views.has(viewOfGroup(group), person.id)
      ? [{ rhythm, group }]
      : [];
  });
  return [...(own === undefined ? [] : [{ rhythm: own }]), ...ofRoles, ...ofGroups];
}

function withRhythm(store: StoreDatabase, of: 'people' | 'ties' | 'groups'): RecordDoc[] {
  const table = recordTable(store, of);
  // Without photos, which may be large.
  const rows = store.reader
    .prepare(
      `SELECT json_extract(data, '$.id') AS id, json_extract(data, '$.kind') AS kind,
         json_extract(data, '$.name') AS name, json_remove(json_extract(data, '$.fields'), '$.photo') AS fields
       FROM ${table.docs} AS doc WHERE ${rhythmSql} IS NOT NULL AND ${liveSql(table, 'doc')}`,
    )
    .all();
  return rows.map(
    ({ id, kind, name, fields }) =>
      ({
        id: String(id),
        kind: String(kind),
        status: 'live',
        name: String(name),
        fields: JSON.parse(String(fields)) as { [field: string]: JsonValue },
      }) as RecordDoc,
  );
}

/** `latest`: only those whose last contact, or who came into the book, not later than that. */
function contactsOf(
  store: StoreDatabase,
  ids: readonly string[],
  latest = Number.MAX_SAFE_INTEGER,
): { id: string; addedAt: number; contactAt?: number }[] {
  const people = recordTable(store, 'people');
  const rows = store.reader
    .prepare(
      `SELECT doc.id AS id, ${createdSql.replace('data', 'doc.data')} AS created, contact_at AS contact
       FROM json_each(?) AS wanted CROSS JOIN ${people.docs} AS doc ON doc.id = wanted.value
       LEFT JOIN facts ON facts.id = doc.id
       WHERE ${liveSql(people, 'doc')} AND coalesce(contact, created) <= ?`,
    )
    .all(JSON.stringify(ids), latest);
  return rows.map(({ id, created, contact }) => ({
    id: fromSortText(String(id)),
    addedAt: Number(created),
    ...(typeof contact === 'number' ? { contactAt: contact } : {}),
  }));
}
