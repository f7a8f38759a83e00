// What time it is in a country, where it is the same in all of it.

type WithZones = { getTimeZones?: () => string[] | undefined };

/** A zone of the country (ISO 3166-1 alpha-2); undefined where the time is not the same everywhere. */
export function zoneOfCountry(country: string, now: number): string | undefined {
  const zones = (new Intl.Locale('und', { region: country }) as WithZones).getTimeZones?.() ?? [];
  const [first] = zones;
  if (first === undefined) return undefined;
  const time = timeIn(first, now);
  return zones.every((zone) => timeIn(zone, now) === time) ? first : undefined;
}

const timeIn = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    now,
  );

/** Whether the clocks of the zone and of this computer show the same. */
export const isTimeHere = (zone: string, now: number): boolean =>
  timeIn(zone, now) === timeIn(Intl.DateTimeFormat().resolvedOptions().timeZone, now);
