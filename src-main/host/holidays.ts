// On which days a country does not work. The tables are large and only read when they are asked
// for; nothing is fetched.

const known = new Map<string, Promise<ReadonlySet<string>>>();

/** Public holidays as YYYY-MM-DD; none for a country that is not known. */
export function holidaysOf(country: string, year: number): Promise<ReadonlySet<string>> {
  const key = `${country} ${year}`;
  const found = known.get(key) ?? readHolidays(country, year);
  known.set(key, found);
  return found;
}

async function readHolidays(country: string, year: number): Promise<ReadonlySet<string>> {
  const { default: Holidays } = await import('date-holidays');
  const all = new Holidays(country).getHolidays(year) ?? [];
  return new Set(
    all.flatMap(({ type, date, start, end }) => {
      if (type !== 'public') return [];
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
      return Array.from({ length: days }, (_, at) =>
        new Date(first + at * dayMs).toISOString().slice(0, 10),
      );
    }),
  );
}

const dayMs = 86_400_000;

/** Days of the week without work there, 1 = Monday to 7 = Sunday. */
export function weekendOf(country: string): readonly number[] {
  try {
    const known = new Intl.Locale(`und-${country}`) as {
      getWeekInfo?: () => { weekend: number[] };
    };
    return known.getWeekInfo?.().weekend ?? usualWeekend;
  } catch {
    return usualWeekend;
  }
}

const usualWeekend = [6, 7];
