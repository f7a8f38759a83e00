// Today straight from all records: what the host's SQL has to find.

import { guestsKnown } from '../../../src-shared/calendar/meeting.ts';
import { mirroredIn } from '../../../src-shared/calendar/mirror.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { peopleOfMoment } from '../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { markOf } from '../../../src-shared/domain/today-mark.ts';
import { type Rhythm, rhythmIn } from '../../../src-shared/keep-in-touch/applies.ts';
import { factsOf, spokenBy } from '../../../src-shared/query/facts-of.ts';
import { isCurrentRole } from '../../../src-shared/query/links.ts';
import type { Looking, TodayInput } from '../../../src-shared/today/input.ts';
import { todayRows, type TodayRows } from '../../../src-shared/today/today.ts';

export function todayFromRecords(all: readonly RecordDoc[], looking: Looking): TodayRows {
  const live = all.filter(({ status }) => status === 'live');
  const people = live.filter(({ kind }) => kind === 'person');
  const spoken = (id: string) =>
    live.filter((doc) => spokenBy(doc, kinds)?.people.includes(id) === true);
  const lastOf = (id: string) => factsOf(spoken(id), 0, looking.now, kinds).lastContact;
  const texts = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
  const input: TodayInput = {
    promises: live
      .filter(({ kind }) => kind === 'promise')
      .map((doc) => ({
        ...doc,
        people: texts(doc.fields['people']),
        groups: texts(doc.fields['groups']),
      })),
    waiting: people.flatMap(({ id }) => {
      const last = lastOf(id);
      const isWaiting = last?.kind === 'message' && last.direction === 'in';
      return isWaiting ? [{ person: id, moment: last.moment, at: last.at }] : [];
    }),
    meetings: meetingsAmong(all),
    dates: people.map(({ id, fields, sets, origin }) => ({
      person: id,
      nearest: (live.find((doc) => doc.id === lastOf(id)?.moment) ?? { origin }).origin.device,
      ...(typeof fields['birthday'] === 'string' ? { birthday: fields['birthday'] } : {}),
      dates: (sets['dates'] ?? []).map(({ value, label = '' }) => ({ day: value, label })),
    })),
    reminders: live.filter(({ kind }) => kind === 'reminder'),
    rhythms: people.map((doc) => {
      const contactAt = lastOf(doc.id)?.at;
      return {
        person: doc.id,
        addedAt: doc.createdAt,
        rhythms: rhythmsOf(doc, live, looking.today),
        ...(contactAt === undefined ? {} : { contactAt }),
      };
    }),
    newcomers: people
      .filter(({ id, origin }) => origin.source.type === 'typed' && lastOf(id) === undefined)
      .map(({ id, createdAt }) => ({ person: id, addedAt: createdAt })),
    dormant: people.map(({ id }) => ({ person: id, times: contactTimes(spoken(id), id) })),
    leftAlone: new Set(
      people.filter(({ fields }) => fields['doNotContact'] === true).map(({ id }) => id),
    ),
    marks: live.flatMap((doc) => markOf(doc) ?? []),
    contactAt: new Map(people.flatMap(({ id }) => [[id, lastOf(id)?.at ?? -Infinity] as const])),
    postAt: new Map(),
  };
  return todayRows(input, looking);
}

/** Of the calendars of this laptop, which stand in the collection `local`. */
function meetingsAmong(all: readonly RecordDoc[]): TodayInput['meetings'] {
  const moments = new Map(
    all.filter(({ status }) => status !== 'undone').map((doc) => [doc.id as string, doc]),
  );
  const living = (key: string): string[] | undefined => {
    const ids = all
      .filter(({ kind, status }) => kind === 'person' && status === 'live')
      .filter(({ keys }) => keys.includes(`email:${key}`))
      .map(({ id }) => id as string);
    return ids.length === 0 ? undefined : ids;
  };
  return all
    .flatMap((doc) => mirroredIn(doc) ?? [])
    .toSorted((a, b) => a.at - b.at || (a.team < b.team ? -1 : 1))
    .flatMap(({ team, here, logged = '', guests, at, end, title, place }) => {
      const known = guestsKnown(guests, living);
      const before = moments.get(logged);
      const isMoved = before?.status === 'live' && before.at !== at;
      return {
        id: team,
        moment: team,
        at,
        end,
        title,
        place,
        people: known,
        isLogged: [team, here, logged].some((id) => moments.has(id)),
        ...(isMoved ? { logged: { moment: before.id as string, at: before.at } } : {}),
      };
    });
}

const contactTimes = (docs: readonly RecordDoc[], id: string): number[] =>
  docs
    .filter((doc) => peopleOfMoment(doc).includes(id))
    .filter((doc) => spokenBy(doc, kinds)?.said.contact !== undefined)
    .map(({ at }) => at);

/** All that hold for somebody, of `live` records. */
export function rhythmsOf(person: RecordDoc, live: readonly RecordDoc[], today: string): Rhythm[] {
  const buckets = (person.sets['buckets'] ?? []).map(({ value }) => value);
  const roles = live.filter(
    (doc) => doc.kind === 'tie' && doc.fields['from'] === person.id && isCurrentRole(doc, today),
  );
  const groups = live.filter(
    ({ id, kind }) =>
      (kind === 'bucket' && buckets.includes(id)) ||
      roles.some(({ fields }) => fields['to'] === id),
  );
  return [
    rhythmIn(person, 'person'),
    ...roles.map((doc) => rhythmIn(doc, 'role')),
    ...groups.map((doc) => rhythmIn(doc, 'group')),
  ].filter((one) => one !== undefined);
}
