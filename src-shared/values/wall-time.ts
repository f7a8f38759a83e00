// What the clocks of a time zone show, and which point in time they show it at.

const formatByZone = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formatByZone.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatByZone.set(zone, format);
  }
  return format;
}

/** What a clock on the wall there shows, as if it were UTC. */
export function wallTime(at: number, zone: string): number {
  const part: { [type: string]: string } = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = value;
  const { era = '', year = '', month = '', day = '', hour = '', minute = '', second = '' } = part;
  const wall = new Date(0);
  wall.setUTCFullYear(
    era.startsWith('B') ? 1 - Number(year) : Number(year),
    Number(month) - 1,
    Number(day),
  );
  wall.setUTCHours(Number(hour), Number(minute), Number(second));
  return wall.getTime();
}

/**
 * The point in time at which clocks there show this: the first of two where they were put back,
 * and where they were put forward over it as if they had not been. `wall` as `wallTime` has it.
 */
export function timeAtWall(wall: number, zone: string): number {
  const hours = 3_600_000;
  const guesses = [-24 * hours, 24 * hours].map((shift) => {
    const near = wall + shift;
    return wall - (wallTime(near, zone) - near);
  });
  const shown = guesses.filter((at) => wallTime(at, zone) === wall);
  return shown.length === 0 ? Math.max(...guesses) : Math.min(...shown);
}
