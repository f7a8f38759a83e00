// The rows of Today: a pure function of what the records say, the time and who looks. Two
// laptops with the same records say the same, byte for byte.

import { everyDays, everyText } from '../fields/every.ts';
import { nextContactDue, rhythmThatApplies } from '../keep-in-touch/applies.ts';
import { addTo, dayOfTime } from '../query/calendar.ts';
import { nextTime, timeDue, timesOf } from '../reminders/times.ts';
import { dateRows } from './dates.ts';
import { dormancyOf, isTurnOf, turnDays } from './dormant.ts';
import { awayOf, backOnOf, isHolding } from './marks.ts';
import { meetingRows } from './meetings.ts';
import { promiseRows } from './promises.ts';
import { isFor, type Looking, nearestOf, type TodayInput } from './input.ts';
import { type Away, byLadder, type Counts, levels, type Row } from './rows.ts';

/** For so many days somebody is new, and a message waits. */
export const newForDays = 14;
export const waitingForDays = 90;

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

export type TodayRows = { rows: Row[]; counts: Counts; away: Away[] };

export function todayRows(input: TodayInput, looking: Looking): TodayRows {
  const marks = Map.groupBy(input.marks, ({ row }) => row);
  const isOpen = (row: Row): boolean =>
    !(marks.get(row.key) ?? []).some((mark) => isHolding(mark, row.about.id, input, looking));
  const mayBeTurnedTo = ({ about }: Row): boolean => !input.leftAlone.has(about.id);
  const rows = [
    ...promiseRows(input.promises, looking),
    ...waitingRows(input, looking),
    ...meetingRows(input.meetings, looking),
    ...dateRows(input.dates, looking).filter(mayBeTurnedTo),
    ...reminderRows(input, looking),
    ...rhythmRows(input, looking).filter(mayBeTurnedTo),
  ];
  const named = new Set(rows.map(({ about }) => about.id));
  const newcomers = newcomerRows(input, looking).filter(mayBeTurnedTo);
  rows.push(...newcomers.filter(({ about }) => !named.has(about.id)));
  for (const { about } of rows) named.add(about.id);
  const open = [...rows, ...dormantRow(input, looking, named)].filter(isOpen);
  const isPinned = ({ key }: Row): boolean =>
    (marks.get(key) ?? []).some(({ says }) => says === 'pinned');
  const shown = open.map((row): Row => {
    const backOn = backOnOf(marks.get(row.key) ?? []);
    const back = backOn === undefined ? row : { ...row, backOn };
    return isPinned(row) ? { ...back, level: 'pinned', isPinned: true } : back;
  });
  shown.sort(byLadder);
  return { rows: shown, counts: countsOf(shown), away: awayOf(rows, marks, isOpen) };
}

function countsOf(rows: readonly Row[]): Counts {
  const counts: Counts = {};
  for (const level of levels) {
    const count = rows.filter((row) => row.level === level).length;
    if (count > 0) counts[level] = count;
  }
  return counts;
}

function waitingRows({ waiting }: TodayInput, looking: Looking): Row[] {
  return waiting.flatMap(({ person, moment, at }): Row[] => {
    const since = dayOfTime(at, looking.zone);
    const days = daysBetween(since, looking.today);
    if (at > looking.now || days > waitingForDays) return [];
    const week = Math.floor(days / 7) + 1;
    return [
      {
        key: `waiting:${person}:${moment}`,
        level: 'waiting',
        about: { collection: 'people', id: person },
        record: { collection: 'moments', id: moment },
        reason: { code: 'waiting', since, days },
        left: { code: 'wait-longer', days: week * 7, on: addTo(since, week, 'week') },
        deadline: since,
      },
    ];
  });
}

function reminderRows({ reminders }: TodayInput, looking: Looking): Row[] {
  return reminders.flatMap(({ id, fields, sets, origin }): Row[] => {
    const times = timesOf({ fields, sets });
    const due = times === undefined ? undefined : timeDue(times, looking.now);
    const about = aboutOf(sets);
    if (times === undefined || due?.isDue !== true || about === undefined) return [];
    if (!isFor(fields['who'], looking)) return [];
    const { day, since, at } = due;
    const next =
      times.repeat === undefined || times.repeat.unit === 'after'
        ? undefined
        : nextTime(times, day);
    const text = fields['text'];
    return [
      {
        key: `reminder:${id}:${day}`,
        level: 'reminder',
        about,
        record: { collection: 'work', id },
        reason: {
          code: 'reminder',
          text: typeof text === 'string' ? text : '',
          day: since,
          clock: times.clock,
          at,
        },
        left: next === undefined ? { code: 'stays' } : { code: 'comes-again', on: next },
        deadline: since,
        ...nearestOf(fields['who'], { origin }),
      },
    ];
  });
}

function aboutOf(sets: TodayInput['reminders'][number]['sets']): Row['about'] | undefined {
  const [person] = sets['people'] ?? [];
  if (person !== undefined) return { collection: 'people', id: person.value };
  const [group] = sets['groups'] ?? [];
  if (group !== undefined) return { collection: 'groups', id: group.value };
  const [round] = sets['rounds'] ?? [];
  return round === undefined ? undefined : { collection: 'setup', id: round.value };
}

function rhythmRows({ rhythms }: TodayInput, looking: Looking): Row[] {
  return rhythms.flatMap(({ person, addedAt, contactAt, rhythms: all }): Row[] => {
    const rhythm = rhythmThatApplies(all, looking.today);
    if (rhythm === undefined || !isFor(rhythm.who, looking)) return [];
    const since = dayOfTime(contactAt ?? addedAt, looking.zone);
    const due = nextContactDue(rhythm, since);
    const { every, from, of, reason: why } = rhythm;
    if (due > looking.today) return [];
    const days = daysBetween(since, looking.today);
    return [
      {
        key: `rhythm:${person}:${due}`,
        level: 'rhythm',
        about: { collection: 'people', id: person },
        reason: {
          code: 'rhythm',
          every: everyText(every),
          from,
          of,
          daysOver: daysBetween(due, looking.today),
          ...(contactAt === undefined ? {} : { last: since }),
          ...(why === undefined ? {} : { why }),
        },
        left: twiceAsLong(addTo(since, every.count * 2, every.unit), looking.today),
        ratio: Math.round((days / everyDays(every)) * 100) / 100,
      },
    ];
  });
}

const twiceAsLong = (on: string, today: string): Row['left'] =>
  on > today ? { code: 'twice-as-long', on } : { code: 'stays' };

function newcomerRows({ newcomers }: TodayInput, looking: Looking): Row[] {
  return newcomers.flatMap(({ person, addedAt }): Row[] => {
    const since = dayOfTime(addedAt, looking.zone);
    const days = daysBetween(since, looking.today);
    if (days < 0 || days >= newForDays) return [];
    return [
      {
        key: `newcomer:${person}`,
        level: 'newcomer',
        about: { collection: 'people', id: person },
        reason: { code: 'newcomer', since, days },
        left: { code: 'no-longer-new', on: addTo(since, newForDays, 'day') },
        deadline: since,
      },
    ];
  });
}

/** The strongest of those whose turn it is; once it is said to be done, nobody else's comes up. */
function dormantRow(input: TodayInput, looking: Looking, named: ReadonlySet<string>): Row[] {
  const { today, now } = looking;
  const found = input.dormant.flatMap(({ person, times }): Row[] => {
    const dormancy = isTurnOf(person, today) ? dormancyOf(times, now) : undefined;
    if (dormancy === undefined || named.has(person) || input.leftAlone.has(person)) return [];
    return [
      {
        key: `dormant:${person}:${today}`,
        level: 'dormant',
        about: { collection: 'people', id: person },
        reason: { code: 'dormant', ...dormancy },
        left: { code: 'next-turn', on: addTo(today, turnDays, 'day') },
        ratio: dormancy.strength,
      },
    ];
  });
  return found.toSorted(byLadder).slice(0, 1);
}
