// The lines of a calendar file: ical.js writes and escapes each, no line is over 75 octets.

import ICAL from 'ical.js';

import { addTo } from '../../../query/calendar.ts';
import { foldLine } from '../fold-line.ts';
import type { CalendarAlarm } from './asked.ts';
import type { Entry, EntryTime } from './entry.ts';
import { clean } from './title.ts';
import { changesOf, offsetText } from './zone-rules.ts';

type Params = { [name: string]: string };

export type Titled = Entry & { title: string };

/** The whole file. `now`: when it is made, ms since 1970. */
export function calendarLines(
  entries: readonly Titled[],
  alarm: CalendarAlarm,
  now: number,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rapport//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    line('x-wr-calname', 'text', 'Rapport'),
    ...zoneLines(entries, new Date(now).getUTCFullYear()),
    ...entries.flatMap((entry) => eventLines(entry, alarm, now)),
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const line = (name: string, type: string, value: unknown, params: Params = {}): string =>
  foldLine(ICAL.stringify.property([name, params, type, value], ICAL.design.icalendar, true));

function timeLine(name: string, { day, clock, zone }: EntryTime): string {
  if (clock === undefined || zone === undefined)
    return line(name, 'date', day, { value: 'DATE' }).replace(
      /;VALUE=DATE;VALUE=DATE/,
      ';VALUE=DATE',
    );
  return line(name, 'date-time', `${day}T${clock}:00`, { tzid: zone });
}

function eventLines(entry: Titled, alarm: CalendarAlarm, now: number): string[] {
  const { rule, further = [], without = [], moved, clock } = entry;
  const own = (when: EntryTime, more: readonly string[]): string[] => [
    'BEGIN:VEVENT',
    line('uid', 'text', `${entry.uid}@rapport`),
    line('dtstamp', 'date-time', `${new Date(now).toISOString().slice(0, 19)}Z`),
    timeLine('dtstart', when),
    clock === undefined
      ? timeLine('dtend', { day: addTo(when.day, 1, 'day') })
      : line('duration', 'duration', 'PT15M'),
    ...more,
    line('summary', 'text', clean(entry.title)),
    'TRANSP:TRANSPARENT',
    ...alarmLines(entry, alarm),
    'END:VEVENT',
  ];
  const at = (day: string): EntryTime => ({ ...entry, day });
  const rules =
    rule === undefined
      ? []
      : [
          `RRULE:${ICAL.Recur.fromString(rule).toString()}`,
          ...further.map((day) => timeLine('rdate', at(day))),
          ...without.map((day) => timeLine('exdate', at(day))),
        ];
  const later =
    moved === undefined ? [] : own(at(moved.to), [timeLine('recurrence-id', at(moved.from))]);
  return [...own(entry, rules), ...later];
}

/** Of a whole day at nine in the morning; of a time a quarter of an hour before. */
function alarmLines({ clock, title }: Titled, alarm: CalendarAlarm): string[] {
  if (alarm === 'none') return [];
  const before = {
    same: clock === undefined ? 'PT9H' : '-PT15M',
    day: clock === undefined ? '-PT15H' : '-P1D',
  }[alarm];
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    line('description', 'text', clean(title)),
    line('trigger', 'duration', before),
    'END:VALARM',
  ];
}

/** So many years are written out after this one. */
const yearsAhead = 10;
const eldest = 1970;

function zoneLines(entries: readonly Titled[], year: number): string[] {
  const first = new Map<string, number>();
  for (const { zone, day } of entries) {
    if (zone === undefined) continue;
    const begun = Math.max(eldest, Number(day.slice(0, 4)) - 1);
    first.set(zone, Math.min(first.get(zone) ?? year - 1, begun));
  }
  return [...first].flatMap(([zone, from]) => [
    'BEGIN:VTIMEZONE',
    line('tzid', 'text', zone),
    ...changesOf(zone, from, year + yearsAhead).flatMap(({ wall, before, after, isSummer }) => {
      const name = isSummer ? 'DAYLIGHT' : 'STANDARD';
      return [
        `BEGIN:${name}`,
        line('dtstart', 'date-time', new Date(wall).toISOString().slice(0, 19)),
        line('tzoffsetfrom', 'utc-offset', offsetText(before)),
        line('tzoffsetto', 'utc-offset', offsetText(after)),
        `END:${name}`,
      ];
    }),
    'END:VTIMEZONE',
  ]);
}
