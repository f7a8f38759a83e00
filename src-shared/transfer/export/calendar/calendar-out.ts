// A calendar file of people's days, what is promised and what somebody is to be reminded of, for
// everybody or some people; and what there would be in it.

import { promise } from '../../../domain/promise.ts';
import type { RecordDoc } from '../../../domain/record.ts';
import { reminder } from '../../../domain/reminder.ts';
import { ok, type Result } from '../../../domain/result.ts';
import { refusalOf } from '../../../care/may-contact.ts';
import { dayOfTime } from '../../../query/calendar.ts';
import { readKeepers } from '../../../records/merged.ts';
import type { RecordStore } from '../../../store/record-store.ts';
import type { ExportRequest } from '../../export-types.ts';
import { selectPeople } from '../select-people.ts';
import { type CalendarCounts, calendarKinds, type CalendarOptions } from './asked.ts';
import { daysOfPerson, dueOfPromise, type Entry, timesOfReminder } from './entry.ts';
import { calendarLines } from './lines.ts';
import { titleOf } from './title.ts';

export type CalendarAsked = CalendarOptions & { scope: ExportRequest['scope'] };
type Env = { now: number; yieldNow: () => Promise<void> };

/** `text` is written when it is asked for. `not-found` when the group does not exist. */
export type CalendarOut = { counts: CalendarCounts; entries: number; text: () => string };

type Found = Entry & { isPrivate: boolean; about: readonly RecordDoc[] };

export async function calendarOut(
  store: RecordStore,
  asked: CalendarAsked,
  env: Env,
): Promise<Result<CalendarOut>> {
  const selected = await selectPeople(store, asked.scope);
  if (!selected.ok) return selected;
  const today = dayOfTime(env.now, asked.zone);
  const found: Found[] = [];
  const chosen = new Set<string>();
  for await (const docs of selected.value.batches()) {
    for (const doc of docs) {
      chosen.add(doc.id);
      for (const entry of daysOfPerson(doc, today))
        found.push({ ...entry, isPrivate: doc.scope === 'private', about: [doc] });
    }
    await env.yieldNow();
  }
  for await (const docs of store.scan('work', { status: 'live' })) {
    found.push(...(await ofWork(store, docs, asked, env.now, chosen)));
    await env.yieldNow();
  }
  const isIn = ({ isPrivate }: Found): boolean => asked.withPrivate || !isPrivate;
  const isAsked = ({ kind }: Found): boolean => asked.kinds.includes(kind);
  const written = found.filter((one) => isIn(one) && isAsked(one));
  return ok({
    counts: countsOf(
      found.filter(isIn),
      written,
      found.filter((one) => !isIn(one) && isAsked(one)),
    ),
    entries: written.length,
    text: () =>
      calendarLines(
        written.map((one) => ({ ...one, title: titleOf(one, one.about, asked) })),
        asked.alarm,
        env.now,
      ),
  });
}

/** Of some people only what names one of them. */
async function ofWork(
  store: RecordStore,
  docs: readonly RecordDoc[],
  { scope, zone }: CalendarAsked,
  now: number,
  chosen: ReadonlySet<string>,
): Promise<Found[]> {
  const known = docs.flatMap((doc) => {
    const entries =
      doc.kind === promise.kind
        ? dueOfPromise(doc, now, zone)
        : doc.kind === reminder.kind
          ? timesOfReminder(doc, now)
          : [];
    return entries.map((entry) => ({
      doc,
      entry,
      ids: named(doc, 'people'),
      groups: named(doc, 'groups'),
    }));
  });
  const all = known.flatMap(({ ids }) => ids);
  const keepers = await readKeepers(all, (ids) => store.get('people', ids));
  const people = await store.get('people', [...new Set(keepers.values())]);
  const groupKeepers = await readKeepers(
    known.flatMap(({ groups }) => groups),
    (ids) => store.get('groups', ids),
  );
  const groups = await store.get('groups', [...new Set(groupKeepers.values())]);
  return known.flatMap(({ doc, entry, ids, groups: inGroups }) => {
    const kept = [...new Set(ids.map((id) => keepers.get(id) ?? id))];
    if (scope.type !== 'all' && !kept.some((id) => chosen.has(id))) return [];
    const about = [
      ...kept.map((id) => people.get(id)),
      ...new Set(inGroups.map((id) => groups.get(groupKeepers.get(id) ?? id))),
    ].flatMap((one) => (one?.status === 'live' ? [one] : []));
    return [{ ...entry, isPrivate: doc.scope === 'private', about }];
  });
}

/** In a field of links or a set of them. */
const named = ({ fields, sets }: RecordDoc, name: string): string[] => {
  const value = fields[name];
  const listed = Array.isArray(value) ? value : (sets[name] ?? []).map((item) => item.value);
  return listed.filter((id) => typeof id === 'string');
};

function countsOf(
  all: readonly Found[],
  written: readonly Found[],
  left: readonly Found[],
): CalendarCounts {
  const kinds = Object.fromEntries(
    calendarKinds.map((kind) => [kind, all.filter((one) => one.kind === kind).length]),
  ) as CalendarCounts['kinds'];
  const alone = written.flatMap(({ about }) => about.filter((doc) => isLeftAlone(doc)));
  return {
    kinds,
    privateLeftOut: left.length,
    leftAlone: new Set(alone.map(({ id }) => id)).size,
  };
}

const isLeftAlone = (doc: RecordDoc): boolean => refusalOf(doc) !== undefined;
