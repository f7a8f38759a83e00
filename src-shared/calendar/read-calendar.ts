// A calendar file as the single times that stand in it, within a year before and after now.

import {
  type CalendarRead,
  largestCalendar,
  mostOccurrences,
  type Occurrence,
  type ReadCalendar,
  windowMs,
} from './calendar-types.ts';
import { type Budget, expand } from './expand.ts';
import { partsOf } from './lines.ts';
import { type CalendarEvent, readEvent } from './read-event.ts';
import { ianaOf, wallOf, type Zone, zoneNamed, zoneOfRules } from './zones.ts';

const dayMs = 86_400_000;
const allRules: Budget = { looks: 1_000_000 };

/** `zone`: of this laptop, for what says none. */
export function readCalendar(
  bytes: Uint8Array,
  { now, zone }: { now: number; zone: string },
): CalendarRead {
  if (bytes.byteLength > largestCalendar) return { ok: false, because: 'too-large' };
  const parts = partsOf(new TextDecoder().decode(bytes));
  if (!parts.isCalendar) return { ok: false, because: 'no-calendar' };
  const zoneOf = zonesOf(parts.zones, ianaOf(parts.zone) ?? onlyZone(parts.zones) ?? zone);
  const read = parts.events.flatMap((lines) =>
    lines === undefined ? [] : (readEvent(lines, zoneOf) ?? []),
  );
  const stretch = { from: now - windowMs, to: now + windowMs };
  const budget = { ...allRules };
  const occurrences = new Map<string, Occurrence>();
  let cutOff = 0;
  for (const events of Map.groupBy(read, ({ uid }) => uid).values()) {
    const found = occurrencesOf(events, stretch, budget);
    if (!found.isWhole) cutOff += 1;
    for (const one of found.occurrences) {
      if (occurrences.size >= mostOccurrences) break;
      occurrences.set(JSON.stringify([one.uid, one.recurrence]), one);
    }
  }
  const calendar: ReadCalendar = {
    name: parts.name,
    events: parts.events.length,
    broken: parts.events.length - read.length,
    cutOff,
    occurrences: [...occurrences.values()].sort(
      (a, b) => a.at - b.at || (a.uid < b.uid ? -1 : Number(a.uid > b.uid)),
    ),
  };
  return { ok: true, calendar };
}

/** A name that means nothing is the zone of the calendar. */
function zonesOf(rules: ReadonlyMap<string, string>, usual: string) {
  const known = new Map<string, Zone>();
  return (name: string | undefined): Zone => {
    if (name === undefined) return zoneNamed(usual);
    const before = known.get(name);
    if (before !== undefined) return before;
    const iana = ianaOf(name);
    const text = rules.get(name);
    const found =
      iana !== undefined
        ? zoneNamed(iana)
        : ((text === undefined ? undefined : zoneOfRules(text)) ?? zoneNamed(usual));
    known.set(name, found);
    return found;
  };
}

/** Where a file has rules of one zone only, that is the one it means. */
const onlyZone = (zones: ReadonlyMap<string, string>): string | undefined => {
  const [name = ''] = zones.keys();
  return zones.size === 1 ? ianaOf(name) : undefined;
};

type Stretch = { from: number; to: number };

function occurrencesOf(
  events: readonly CalendarEvent[],
  stretch: Stretch,
  budget: Budget,
): { occurrences: Occurrence[]; isWhole: boolean } {
  const latest = events.toSorted((a, b) => a.sequence - b.sequence);
  const whole = latest.findLast(({ recurrence }) => recurrence === undefined);
  const single = new Map(
    latest.flatMap((event) =>
      event.recurrence === undefined ? [] : [[event.recurrence, event] as const],
    ),
  );
  const occurrences: Occurrence[] = [];
  const isInside = (at: number): boolean => at >= stretch.from && at <= stretch.to;
  const put = (event: CalendarEvent, at: number, recurrence: number | undefined): void => {
    if (isInside(at)) occurrences.push(occurrenceOf(event, at, recurrence));
  };
  for (const [recurrence, event] of single) put(event, event.zone(wallOf(event.start)), recurrence);
  if (whole === undefined) return { occurrences, isWhole: true };
  const first = whole.zone(wallOf(whole.start));
  if (whole.rule === undefined && whole.further.length === 0) {
    put(whole, first, undefined);
    return { occurrences, isWhole: true };
  }
  const { times, isWhole } = timesOf(whole, first, stretch, budget);
  for (const at of times) if (!single.has(at) && !whole.without.has(at)) put(whole, at, at);
  return { occurrences, isWhole };
}

function timesOf(
  { rule, start, zone, further }: CalendarEvent,
  first: number,
  { from, to }: Stretch,
  budget: Budget,
): { times: Set<number>; isWhole: boolean } {
  if (rule === undefined) return { times: new Set([first, ...further]), isWhole: true };
  // A wall may be a day off.
  const around = { from: from - dayMs, to: to + dayMs };
  const { walls, isWhole } = expand(start, rule, around, budget);
  return { times: new Set([...walls.map(zone), ...further]), isWhole };
}

const occurrenceOf = (
  { uid, title, place, guests, declined, isAllDay, isCancelled, lasts }: CalendarEvent,
  at: number,
  recurrence: number | undefined,
): Occurrence => ({
  uid,
  recurrence: recurrence === undefined ? '' : isoOf(recurrence),
  at,
  end: at + lasts,
  title,
  place,
  guests,
  declined,
  isAllDay,
  isCancelled,
});

function isoOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}
