// One event as its file has it: times on the wall of the zone they are meant in.

import ICAL from 'ical.js';

import type { Guest } from './calendar-types.ts';
import { utc, wallOf, type Zone } from './zones.ts';

export type CalendarEvent = {
  uid: string;
  start: ICAL.Time;
  zone: Zone;
  isAllDay: boolean;
  /** ms. */
  lasts: number;
  /** When it was meant to be at first, ms since 1970, of a single time of a rule. */
  recurrence: number | undefined;
  sequence: number;
  rule: ICAL.Recur | undefined;
  /** ms since 1970. */
  further: number[];
  without: ReadonlySet<number>;
  title: string;
  place: string;
  guests: Guest[];
  declined: string[];
  isCancelled: boolean;
};

/** Of guests and of single times that are named. */
const mostGuests = 200;
const mostDates = 5_000;

/** Undefined for what cannot be read. `zoneOf`: by the name that the file says. */
export function readEvent(
  lines: readonly string[],
  zoneOf: (name: string | undefined) => Zone,
): CalendarEvent | undefined {
  try {
    const text = ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
    return eventOf(new ICAL.Component(ICAL.parse(text) as unknown[]), zoneOf);
  } catch {
    return undefined;
  }
}

type ZoneOf = (name: string | undefined) => Zone;

function eventOf(component: ICAL.Component, zoneOf: ZoneOf): CalendarEvent | undefined {
  const begins = component.getFirstProperty('dtstart');
  const start = begins?.getFirstValue();
  if (begins === null || !(start instanceof ICAL.Time)) return undefined;
  const zone = zoneOfTime(begins, start, zoneOf);
  const from = zone(wallOf(start));
  if (!Number.isFinite(from)) return undefined;
  const uid = textOf(component, 'uid', 1_000);
  const title = textOf(component, 'summary', 500);
  const rule = component.getFirstPropertyValue('rrule');
  const recurrence = timesIn(component, 'recurrence-id', zoneOf)[0];
  const asked = guestsOf(component);
  return {
    // Some write none: then it is what it says and when.
    uid: uid === '' ? `${title} ${start.toString()}` : uid,
    start,
    zone,
    isAllDay: start.isDate,
    lasts: Math.max(0, lastsOf(component, from, zoneOf)),
    recurrence,
    sequence: Number(component.getFirstPropertyValue('sequence')) || 0,
    rule: rule instanceof ICAL.Recur ? ruleIn(rule, zone) : undefined,
    further: timesIn(component, 'rdate', zoneOf),
    without: new Set(timesIn(component, 'exdate', zoneOf)),
    title,
    place: textOf(component, 'location', 500),
    ...asked,
    isCancelled: textOf(component, 'status', 40).toUpperCase() === 'CANCELLED',
  };
}

const textOf = (component: ICAL.Component, name: string, most: number): string => {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, most) : '';
};

function zoneOfTime(property: ICAL.Property, time: ICAL.Time, zoneOf: ZoneOf): Zone {
  if (time.zone === ICAL.Timezone.utcTimezone) return utc;
  const name: unknown = property.getParameter('tzid');
  return zoneOf(typeof name === 'string' ? name : undefined);
}

function timesIn(component: ICAL.Component, name: string, zoneOf: ZoneOf): number[] {
  return component
    .getAllProperties(name)
    .flatMap((property) => {
      const values: unknown[] = property.getValues();
      return values.flatMap((value) => {
        const time = value instanceof ICAL.Period ? value.start : value;
        return time instanceof ICAL.Time ? [zoneOfTime(property, time, zoneOf)(wallOf(time))] : [];
      });
    })
    .filter(Number.isFinite)
    .slice(0, mostDates);
}

function lastsOf(component: ICAL.Component, from: number, zoneOf: ZoneOf): number {
  const [end] = timesIn(component, 'dtend', zoneOf);
  if (end !== undefined) return end - from;
  const duration = component.getFirstPropertyValue('duration');
  return duration instanceof ICAL.Duration ? duration.toSeconds() * 1_000 : 0;
}

/** Its last day as a clock on the wall of that zone shows it. */
function ruleIn(rule: ICAL.Recur, zone: Zone): ICAL.Recur {
  const { until } = rule;
  if (!(until instanceof ICAL.Time)) return rule;
  const own = until.clone();
  if (own.isDate) {
    own.isDate = false;
    [own.hour, own.minute, own.second] = [23, 59, 59];
  } else if (until.zone === ICAL.Timezone.utcTimezone) {
    const at = wallOf(until);
    own.addDuration(ICAL.Duration.fromSeconds(Math.round((at - zone(at)) / 1_000)));
  }
  own.zone = ICAL.Timezone.localTimezone;
  rule.until = own;
  return rule;
}

/** Rooms and other things are nobody. */
function guestsOf(component: ICAL.Component): Pick<CalendarEvent, 'guests' | 'declined'> {
  const guests = new Map<string, Guest>();
  const declined: string[] = [];
  const asked = ['organizer', 'attendee'].flatMap((name) => component.getAllProperties(name));
  for (const property of asked) {
    const value: unknown = property.getFirstValue();
    const said = (name: string): string => {
      const parameter: unknown = property.getParameter(name);
      return typeof parameter === 'string' ? parameter.trim() : '';
    };
    if (/^(?:ROOM|RESOURCE)$/i.test(said('cutype'))) continue;
    const written = typeof value === 'string' ? value.replace(/^mailto:/i, '') : '';
    const address = (written.includes('@') ? written : said('email')).trim().toLowerCase();
    if (!address.includes('@') || address.length > 320 || guests.size >= mostGuests) continue;
    const name = said('cn')
      .replace(/^"(.*)"$/, '$1')
      .slice(0, 200);
    if (!guests.has(address))
      guests.set(address, { address, name: name.includes('@') ? '' : name });
    if (/^DECLINED$/i.test(said('partstat'))) declined.push(address);
  }
  return { guests: [...guests.values()], declined };
}
