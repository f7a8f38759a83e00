// Today of an open book, and how one keeps in touch with one person.

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import {
  nextContactDue,
  type Rhythm,
  rhythmThatApplies,
} from '../../../../src-shared/keep-in-touch/applies.ts';
import { suggestedEvery } from '../../../../src-shared/keep-in-touch/suggest.ts';
import { everyText } from '../../../../src-shared/fields/every.ts';
import { timeDue, timesOf } from '../../../../src-shared/reminders/times.ts';
import { dayOfTime } from '../../../../src-shared/query/calendar.ts';
import type { Has, InTouch } from '../../../../src-shared/today/answers.ts';
import type { Looking, TodayInput } from '../../../../src-shared/today/input.ts';
import type { Row } from '../../../../src-shared/today/rows.ts';
import { todayRows, type TodayRows } from '../../../../src-shared/today/today.ts';
import { liveSql } from '../query/view-links.ts';
import type { Views } from '../query/views.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { readDocs } from '../sqlite/record-reads.ts';
import { recordTable } from '../sqlite/record-table.ts';
import { contactTimes } from './contacts.ts';
import { gatherDue, gatherToday } from './gather.ts';
import { makeTodayIndexes, rhythmSql } from './indexes.ts';
import { rhythmsOf } from './rhythms.ts';

export type BookToday = {
  list: (views: Views, looking: Looking) => Promise<TodayRows & { has: Has }>;
  /** Only what somebody may be told of without having asked, and when the next reminder is due. */
  due: (looking: Looking) => Promise<{ rows: Row[]; next: number | undefined }>;
  inTouch: (views: Views, person: string, looking: Looking) => InTouch | undefined;
};

export const bookToday = (store: StoreDatabase): BookToday => ({
  list: async (views, looking) => {
    await makeTodayIndexes(store);
    const { now, today } = looking;
    return {
      ...todayRows(gatherToday({ store, views, now, today }), looking),
      has: whatThereIs(store),
    };
  },
  due: async (looking) => {
    await makeTodayIndexes(store);
    const input = gatherDue({ store, today: looking.today });
    return { rows: todayRows(input, looking).rows, next: nextReminder(input, looking) };
  },
  inTouch: (views, id, looking) => {
    const person = readDocs(store.reader, recordTable(store, 'people'), [id]).get(id);
    return person === undefined ? undefined : inTouchWith(store, views, person, looking);
  },
});

function nextReminder({ reminders }: TodayInput, { now }: Looking): number | undefined {
  const times = reminders.flatMap((one) => {
    const known = timesOf(one);
    const due = known === undefined ? undefined : timeDue(known, now);
    return due === undefined || due.isDue ? [] : [due.at];
  });
  return times.length === 0 ? undefined : Math.min(...times);
}

function whatThereIs(store: StoreDatabase): Has {
  const isThere = (sql: string): boolean =>
    store.reader.prepare(`${sql} LIMIT 1`).get() !== undefined;
  const live = (of: 'people' | 'groups' | 'ties'): string => {
    const table = recordTable(store, of);
    return `SELECT 1 FROM ${table.docs} AS doc WHERE ${liveSql(table, 'doc')}`;
  };
  return {
    people: isThere(live('people')),
    rhythms: (['people', 'groups', 'ties'] as const).some((of) =>
      isThere(`${live(of)} AND ${rhythmSql} IS NOT NULL`),
    ),
    contacts: isThere('SELECT 1 FROM facts WHERE contact_at IS NOT NULL'),
  };
}

function inTouchWith(
  store: StoreDatabase,
  views: Views,
  person: RecordDoc,
  { now, zone, today }: Looking,
): InTouch {
  const found = rhythmsOf({ store, views, today }, person);
  const times = (contactTimes(store, [person.id]).get(person.id) ?? []).filter((at) => at <= now);
  const last = times.length === 0 ? undefined : Math.max(...times);
  const suggested = suggestedEvery(times);
  const rhythm = rhythmThatApplies(
    found.map((one) => one.rhythm),
    today,
  );
  const since = dayOfTime(last ?? person.createdAt, zone);
  const group = found.find((one) => one.rhythm.of === rhythm?.of)?.group;
  return {
    ...(rhythm === undefined ? {} : { rhythm: saidOf(rhythm, since, group) }),
    ...(suggested === undefined ? {} : { suggested: everyText(suggested) }),
    ...(last === undefined ? {} : { lastAt: last }),
    contacts: times.length,
  };
}

const saidOf = (rhythm: Rhythm, since: string, group: RecordDoc | undefined) => ({
  every: everyText(rhythm.every),
  from: rhythm.from,
  due: nextContactDue(rhythm, since),
  ...(rhythm.pausedUntil === undefined ? {} : { pausedUntil: rhythm.pausedUntil }),
  ...(rhythm.who === undefined ? {} : { who: rhythm.who }),
  ...(rhythm.reason === undefined ? {} : { reason: rhythm.reason }),
  ...(group === undefined
    ? {}
    : { group: { id: group.id as string, kind: group.kind, name: group.name } }),
});
