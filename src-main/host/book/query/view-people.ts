// Who is in a group, in SQL: of a bucket those who carry it, of an organisation or community
// those with a role there now. Worked out when it is asked; the reference is
// src-shared/query/group-facts.ts.

import type { GroupPeople, PeopleOfGroups } from '../../../../src-shared/query/answers.ts';
import { dayOfTime } from '../../../../src-shared/query/calendar.ts';
import type { GroupFactName } from '../../../../src-shared/query/facts.ts';
import type { QueryContext } from '../../../../src-shared/query/prepare.ts';
import type { Connection } from '../sqlite/connection.ts';
import { fromSortText, toSortText } from '../sqlite/sort-text.ts';
import { field, liveJoinedSql, roleSql, type Tables } from './view-links.ts';
import { pathTo, type ValueSql } from './view-values.ts';

/** One value of a group whose row has the alias `group`. */
export function groupFactSql(
  name: GroupFactName,
  group: string,
  today: string,
  tables: Tables,
  /** What is known already, as JSON by the group's id: of those that hold nobody themselves. */
  known?: string,
): ValueSql {
  const people = peopleSql(`${group}.id`, today, tables);
  const ofPeople =
    name === 'people.count'
      ? `(SELECT count(*) FROM (${people}))`
      : `(SELECT max(contact_at) FROM facts WHERE id IN (${people}))`;
  const value =
    known === undefined
      ? ofPeople
      : `coalesce((SELECT value FROM json_each('${known.replaceAll("'", "''")}') WHERE key = ${group}.id), ${ofPeople})`;
  if (name === 'people.count') return { value, guard: '1' };
  return { value, guard: `${value} IS NOT NULL` };
}

/** Each of them once; `group`: its id in SQL. */
function peopleSql(group: string, today: string, tables: Tables): string {
  const [people, ties] = [tables('people'), tables('ties')];
  const isIn = `EXISTS (SELECT 1 FROM json_each(person.data, ${pathTo('sets', 'buckets')}) AS bucket
    WHERE json_extract(bucket.value, '$.value') = ${group})`;
  const role = roleSql(ties, 'role', today, liveJoinedSql);
  // A day that the host worked out itself: a value that is asked for has no parameters.
  const isRole = role.sql.replaceAll('?', `'${today}'`);
  return `SELECT person.id AS id FROM ${people.keys} AS key CROSS JOIN ${people.docs} AS person
    WHERE key.value = ${group} AND person.n = key.n AND ${liveJoinedSql(people, 'person')} AND ${isIn}
    UNION
    SELECT person.id FROM ${ties.keys} AS key CROSS JOIN ${ties.docs} AS role CROSS JOIN ${people.docs} AS person
    WHERE key.value = ${group} AND role.n = key.n AND ${field('role', 'to')} = ${group} AND ${isRole}
      AND person.id = ${field('role', 'from')} AND ${liveJoinedSql(people, 'person')}`;
}

/** As many faces as a row has room for. */
export const mostFaces = 5;

export function peopleOfGroups(
  { reader, tables }: { reader: Connection; tables: Tables },
  ids: readonly string[],
  { now, zone }: QueryContext,
): PeopleOfGroups {
  const statement = reader.prepare(
    `WITH asked AS (SELECT ? AS id),
     member AS MATERIALIZED (${peopleSql('(SELECT id FROM asked)', dayOfTime(now, zone), tables)})
     SELECT (SELECT count(*) FROM member) AS count,
       (SELECT max(contact_at) FROM facts WHERE id IN (SELECT id FROM member)) AS contact,
       (SELECT json_group_array(id) FROM (SELECT member.id AS id FROM member
         LEFT JOIN facts ON facts.id = member.id
         ORDER BY facts.contact_at DESC NULLS LAST, member.id LIMIT ${mostFaces})) AS first`,
  );
  return Object.fromEntries(
    ids.map((id): [string, GroupPeople] => {
      const row = statement.get(toSortText(id)) ?? {};
      const first = JSON.parse(String(row['first'] ?? '[]')) as string[];
      const { contact } = row;
      return [
        id,
        {
          count: Number(row['count'] ?? 0),
          first: first.map(fromSortText),
          ...(typeof contact === 'number' ? { lastContact: contact } : {}),
        },
      ];
    }),
  );
}
