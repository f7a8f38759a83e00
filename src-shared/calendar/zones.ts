// Which time zone a calendar means. Programs write the names of the IANA, of Windows, a path with
// one of these at its end, or a name of their own with its rules beside it.

import ICAL from 'ical.js';

import { timeAtWall } from '../values/wall-time.ts';
import { isZone } from '../values/zone.ts';
import { windowsZones } from './windows-zones.ts';

/** The point in time at which clocks there show `wall`, which is given as if it were UTC. */
export type Zone = (wall: number) => number;

export const utc: Zone = (wall) => wall;

export const zoneNamed = (name: string): Zone => {
  const known = ianaOf(name);
  return known === undefined ? utc : (wall) => timeAtWall(wall, known);
};

/** Undefined for a name that is nobody's. */
export function ianaOf(said: string): string | undefined {
  const name = said.trim().replace(/^"(.*)"$/, '$1');
  if (name === '' || name.length > 200) return undefined;
  const windows = Object.hasOwn(windowsZones, name) ? windowsZones[name] : undefined;
  if (windows !== undefined) return windows;
  const isKnown: (text: string) => boolean = isZone;
  if (isKnown(name)) return name;
  // /mozilla.org/20050126_1/Europe/Berlin, tzone://Microsoft/Utc
  const parts = name.split('/').filter((part) => part !== '');
  for (const count of [3, 2, 1]) {
    const end = parts.slice(-count).join('/');
    if (parts.length > count && isKnown(end)) return end;
  }
  return undefined;
}

/** `text`: the VTIMEZONE component. Undefined where its rules make no sense. */
export function zoneOfRules(text: string): Zone | undefined {
  try {
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const location = component.getFirstPropertyValue('x-lic-location');
    const known = typeof location === 'string' ? ianaOf(location) : undefined;
    if (known !== undefined) return (wall) => timeAtWall(wall, known);
    if (!isYearly(component)) return undefined;
    const zone = new ICAL.Timezone(component);
    return (wall) => wall - zone.utcOffset(timeOf(wall)) * 1_000;
  } catch {
    return undefined;
  }
}

const mostObservances = 60;

/** All others would be worked out for every second since it began. */
function isYearly(component: ICAL.Component): boolean {
  const parts = component.getAllSubcomponents();
  return (
    parts.length > 0 &&
    parts.length <= mostObservances &&
    parts.every((part) => {
      const rules = part.getAllProperties('rrule');
      const years = part.getFirstPropertyValue('dtstart');
      return (
        part.getFirstPropertyValue('tzoffsetto') !== null &&
        years instanceof ICAL.Time &&
        years.year >= 1_600 &&
        years.year <= 2_100 &&
        rules.length <= 2 &&
        rules.every((rule) => {
          const value = rule.getFirstValue();
          return value instanceof ICAL.Recur && value.freq === 'YEARLY' && value.interval === 1;
        })
      );
    })
  );
}

export function timeOf(wall: number): ICAL.Time {
  const at = new Date(wall);
  const parts = {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    isDate: false,
  };
  return new ICAL.Time(parts, ICAL.Timezone.localTimezone);
}

/** As if it were UTC. */
export const wallOf = (time: ICAL.Time): number => {
  const wall = new Date(0);
  wall.setUTCFullYear(time.year, time.month - 1, time.day);
  wall.setUTCHours(time.hour, time.minute, time.second);
  return wall.getTime();
};
