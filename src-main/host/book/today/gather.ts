// What Today is worked out from, found in SQL without reading everybody: the facts that are
// kept of people, and indexes over the rest.

import type { JsonValue, RecordDoc, SetItem } from '../../../../src-shared/domain/record.ts';
import { promise } from '../../../../src-shared/domain/promise.ts';
import { reminder } from '../../../../src-shared/domain/reminder.ts';
import { type KeptMark, markOf, todayMark } from '../../../../src-shared/domain/today-mark.ts';
import { addTo } from '../../../../src-shared/query/calendar.ts';
import { daysAhead } from '../../../../src-shared/today/dates.ts';
import { isTurnOf, quietDays } from '../../../../src-shared/today/dormant.ts';
import type { PersonDates, TodayInput } from '../../../../src-shared/today/input.ts';
import { newForDays, waitingForDays } from '../../../../src-shared/today/today.ts';
import { mergesIn } from '../facts/merges.ts';
import { liveJoinedSql, liveSql } from '../query/view-links.ts';
import { recordTable } from '../sqlite/record-table.ts';
import { fromSortText, toSortText } from '../sqlite/sort-text.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { contactTimes } from './contacts.ts';
import { aloneSql, bornSql, calendarSql, createdSql, datesSql, typedSql } from './indexes.ts';
import { meetingsIn } from './meetings.ts';
import { rhythmsOfAll, type RhythmSourceOf } from './rhythms.ts';

const dayMs = 86_400_000;

/** Only what somebody may be told of without having asked. */
export function gatherDue({ store, today }: Pick<RhythmSourceOf, 'store' | 'today'>): TodayInput {
  const marks = marksIn(store);
  const waited = (until: string): string[] => waitedFor(marks, until);
  return {
    promises: promisesIn(store),
    waiting: [],
    meetings: [],
    dates: datesIn(store, today),
    reminders: remindersIn(store),
    rhythms: [],
    newcomers: [],
    dormant: [],
    leftAlone: leftAloneIn(store),
    marks,
    contactAt: lastContacts(store, waited('contact')),
    postAt: lastPosts(store, waited('post')),
  };
}

const waitedFor = (marks: readonly KeptMark[], wanted: string): string[] =>
  marks.filter(({ until }) => until === wanted).map(({ about }) => about);

export function gatherToday(source: RhythmSourceOf): TodayInput {
  const { store, now, today } = source;
  return {
    ...gatherDue(source),
    meetings: meetingsIn(store, now, livingIn(store, 'people')),
    waiting: waitingIn(store, now - (waitingForDays + 1) * dayMs),
    rhythms: rhythmsOfAll(source),
    newcomers: newcomersIn(store, now - (newForDays + 1) * dayMs),
    dormant: dormantIn(store, now, today),
  };
}

const docsOf = (
  store: StoreDatabase,
  of: 'work' | 'setup',
  kind: string,
  further = '1',
): RecordDoc[] => {
  const table = recordTable(store, of);
  return store.reader
    .prepare(
      `SELECT data FROM ${table.docs} AS doc WHERE ${liveSql(table, 'doc')} AND ${table.layout.columnByPath.get('kind')?.sql ?? ''} = ? AND ${further}`,
    )
    .all(kind)
    .map(({ data }) => JSON.parse(String(data)) as RecordDoc);
};

const marksIn = (store: StoreDatabase): KeptMark[] =>
  docsOf(store, 'setup', todayMark.kind).flatMap((doc) => markOf(doc) ?? []);

function waitingIn(store: StoreDatabase, from: number): TodayInput['waiting'] {
  const people = recordTable(store, 'people');
  return store.reader
    .prepare(
      `SELECT facts.id AS id, contact_moment AS moment, contact_at AS at FROM facts
       JOIN ${people.docs} AS doc ON doc.id = facts.id
       WHERE contact_at >= ? AND contact_direction = 'in' AND contact_kind = 'message'
         AND ${liveJoinedSql(people, 'doc')}`,
    )
    .all(from)
    .map(({ id, moment, at }) => ({
      person: fromSortText(String(id)),
      moment: String(moment),
      at: Number(at),
    }));
}

function datesIn(store: StoreDatabase, today: string): PersonDates[] {
  const people = recordTable(store, 'people');
  const days = Array.from({ length: daysAhead + 1 }, (_, at) => addTo(today, at, 'day').slice(5));
  const born = days.includes('02-28') ? [...days, '02-29'] : days;
  const columns = `SELECT id, json_extract(data, '$.fields.birthday') AS birthday, ${calendarSql} AS calendar,
    ${datesSql} AS dates, json_extract(data, '$.origin.device') AS device
    FROM ${people.docs} AS doc WHERE ${liveJoinedSql(people, 'doc')}`;
  const writerOf = lastWriters(store);
  // Each by itself: a union of the three reads everybody.
  const asked = [
    ...store.reader
      .prepare(
        `${columns} AND ${bornSql} IN (SELECT value FROM json_each(?)) AND ${bornSql} IS NOT NULL`,
      )
      .all(JSON.stringify(born)),
    ...store.reader.prepare(`${columns} AND ${calendarSql} IS NOT NULL`).all(),
    ...store.reader.prepare(`${columns} AND ${datesSql} IS NOT NULL`).all(),
  ];
  const rows = new Map(asked.map((row) => [String(row['id']), row]));
  const near = new Set(born);
  return [...rows.values()].map(({ id, birthday, calendar, dates, device }) => {
    const found = (JSON.parse(String(dates ?? '[]')) as SetItem[]).map(({ value, label = '' }) => ({
      day: value,
      label,
    }));
    const isNear = found.some(({ day }) => near.has(day.slice(-5)));
    const isBorn =
      typeof birthday === 'string' && (calendar !== null || near.has(birthday.slice(-5)));
    const writer = isBorn || isNear ? writerOf(String(id)) : undefined;
    return {
      person: fromSortText(String(id)),
      ...(typeof birthday === 'string' ? { birthday } : {}),
      ...(typeof calendar === 'string' ? { calendar } : {}),
      dates: found,
      nearest: writer ?? String(device),
    };
  });
}

/** The laptop of whoever wrote down when somebody was last in touch with them. */
function lastWriters(store: StoreDatabase): (id: string) => string | undefined {
  const moments = recordTable(store, 'moments');
  const last = store.reader.prepare('SELECT contact_moment AS moment FROM facts WHERE id = ?');
  const writer = store.reader.prepare(
    `SELECT json_extract(data, '$.origin.device') AS device FROM ${moments.docs} WHERE id = ?`,
  );
  return (id) => {
    const moment = last.get(id)?.['moment'];
    const device =
      typeof moment === 'string' ? writer.get(toSortText(moment))?.['device'] : undefined;
    return typeof device === 'string' ? device : undefined;
  };
}

function promisesIn(store: StoreDatabase): TodayInput['promises'] {
  const [people, groups] = [livingIn(store, 'people'), livingIn(store, 'groups')];
  const idsIn = (value: JsonValue | undefined): string[] =>
    Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  return docsOf(store, 'work', promise.kind, openSql).map((doc) => ({
    ...doc,
    people: people(idsIn(doc.fields['people'])),
    groups: groups(idsIn(doc.fields['groups'])),
  }));
}

const openSql = `coalesce(json_extract(data, '$.fields.state'), 'open') = 'open'`;

/** Of people who were merged into others those others; of nobody who is gone. */
function remindersIn(store: StoreDatabase): TodayInput['reminders'] {
  const people = livingIn(store, 'people');
  const groups = livingIn(store, 'groups');
  const rounds = livingIn(store, 'setup');
  const living = (items: readonly SetItem[] = [], are: (ids: string[]) => string[]): SetItem[] =>
    are(items.map(({ value }) => value)).map((value) => ({ id: value, value }));
  return docsOf(store, 'work', reminder.kind, openSql).map(({ id, fields, sets, origin }) => ({
    id,
    origin,
    fields,
    sets: {
      ...sets,
      people: living(sets['people'], people),
      groups: living(sets['groups'], groups),
      rounds: living(sets['rounds'], rounds),
    },
  }));
}

function livingIn(store: StoreDatabase, of: 'people' | 'groups' | 'setup') {
  const table = recordTable(store, of);
  const find = store.reader.prepare(
    `SELECT 1 FROM ${table.docs} AS doc WHERE id = ? AND ${liveSql(table, 'doc')}`,
  );
  let merges: ReturnType<typeof mergesIn> | undefined;
  return (ids: readonly string[]): string[] =>
    ids.flatMap((id) => {
      if (find.get(toSortText(id)) !== undefined) return [id];
      merges ??= mergesIn(store.reader, table);
      const keeper = merges.keeperOf(id);
      return find.get(toSortText(keeper)) === undefined ? [] : [keeper];
    });
}

function leftAloneIn(store: StoreDatabase): Set<string> {
  const people = recordTable(store, 'people');
  const rows = store.reader
    .prepare(`SELECT id FROM ${people.docs} AS doc WHERE ${aloneSql} = 1`)
    .all();
  return new Set(rows.map(({ id }) => fromSortText(String(id))));
}

function newcomersIn(store: StoreDatabase, from: number): TodayInput['newcomers'] {
  const people = recordTable(store, 'people');
  return store.reader
    .prepare(
      `SELECT id, ${createdSql} AS created FROM ${people.docs} AS doc
       WHERE ${typedSql} AND ${createdSql} >= ? AND ${liveJoinedSql(people, 'doc')}
         AND NOT EXISTS (SELECT 1 FROM facts WHERE facts.id = doc.id AND contact_at IS NOT NULL)`,
    )
    .all(from)
    .map(({ id, created }) => ({ person: fromSortText(String(id)), addedAt: Number(created) }));
}

function dormantIn(store: StoreDatabase, now: number, today: string): TodayInput['dormant'] {
  const people = recordTable(store, 'people');
  const ids = store.reader
    .prepare('SELECT id FROM facts WHERE contact_at <= ?')
    .all(now - quietDays * dayMs)
    .map(({ id }) => fromSortText(String(id)))
    .filter((id) => isTurnOf(id, today));
  const isLive = store.reader.prepare(
    `SELECT 1 FROM ${people.docs} AS doc WHERE id = ? AND ${liveSql(people, 'doc')}`,
  );
  const living = ids.filter((id) => isLive.get(toSortText(id)) !== undefined);
  return [...contactTimes(store, living)].map(([person, times]) => ({ person, times }));
}

function lastContacts(store: StoreDatabase, ids: readonly string[]): Map<string, number> {
  const find = store.reader.prepare('SELECT contact_at AS at FROM facts WHERE id = ?');
  return latestOf(ids, (id) => find.get(toSortText(id)));
}

function lastPosts(store: StoreDatabase, ids: readonly string[]): Map<string, number> {
  const posts = recordTable(store, 'posts');
  const at = posts.layout.columnByPath.get('at')?.sql ?? '';
  const find = store.reader.prepare(
    `SELECT max(doc.${at}) AS at FROM ${posts.keys} AS key JOIN ${posts.docs} AS doc USING (n)
     WHERE key.value = ? AND ${liveJoinedSql(posts, 'doc')}`,
  );
  return latestOf(ids, (id) => find.get(toSortText(id)));
}

function latestOf(
  ids: readonly string[],
  find: (id: string) => { [column: string]: unknown } | undefined,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const id of new Set(ids)) {
    const at = find(id)?.['at'];
    if (typeof at === 'number') found.set(id, at);
  }
  return found;
}
