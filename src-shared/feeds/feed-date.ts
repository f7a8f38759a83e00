// Dates as feeds write them: RFC 822 with every zone and language habit, RFC 3339 and
// what people type. Undefined is better than a guess.

const earliest = Date.UTC(1990, 0, 1);
const zones: { [name: string]: string } = {
  UT: '+0000',
  Z: '+0000',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  CET: '+0100',
  CEST: '+0200',
  BST: '+0100',
  IST: '+0530',
  JST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  MSK: '+0300',
};

/**
 * ms since 1970. Undefined before 1990 (no feed is that old: the date is a filler) or
 * where nothing can be read. What lies in the future stays as it is: see `postedAt`.
 */
export function feedDate(text: string | undefined): number | undefined {
  const words = text?.trim().slice(0, 100) ?? '';
  if (words === '') return undefined;
  const at = readDate(words);
  return at === undefined || Number.isNaN(at) || at < earliest ? undefined : at;
}

function readDate(words: string): number | undefined {
  return readIso(words) ?? readRfc822(words) ?? readOther(words);
}

/** RFC 3339 and the parts of it that people leave out. */
function readIso(words: string): number | undefined {
  const found =
    /^(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
      words,
    );
  if (found === null) return undefined;
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00', part, zone = 'Z'] =
    found;
  const whole = second === '60' ? '59' : second;
  const fraction = (part ?? '').slice(0, 4);
  return (
    Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${whole}${fraction}Z`) - zoneMs(zone)
  );
}

/** RFC 822 with two or four digits in the year, any day name, and a clock of 12 or 24 hours. */
function readRfc822(words: string): number | undefined {
  const found =
    /^(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}+)\.?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(?:([ap]\.?m\.?)(?!\p{L}))?)?\s*(.*)$/iu.exec(
      words,
    );
  if (found === null) return undefined;
  const [, day, name = '', year = '', hour = '0', minute = '0', second = '0', half, zone = ''] =
    found;
  const month = monthOf(name);
  if (month === undefined || Number(hour) > 24 || Number(minute) > 59 || Number(day) > 31)
    return undefined;
  const full = Number(year) + (year.length > 2 ? 0 : Number(year) < 70 ? 2000 : 1900);
  const clock =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  const at = Date.UTC(full, month, Number(day), clock, Number(minute), Number(second));
  return at - (placeMs(zone.trim(), at) ?? zoneMs(zone.trim()));
}

/** What this engine can read; without a zone it is meant as UTC, wherever this laptop is. */
function readOther(words: string): number | undefined {
  const inUtc = Date.parse(`${words} UTC`);
  return Number.isNaN(inUtc) ? Date.parse(words) : inUtc;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
function monthOf(name: string): number | undefined {
  const at = months.indexOf(name.slice(0, 3).toLowerCase());
  return at === -1 ? undefined : at;
}

const offset = /^([+-])(\d{1,2}):?(\d\d)?(?:\s|$)/;
const place = /^[A-Z][A-Za-z]+\/[A-Za-z_/+-]+$/;

/** How far a place's clock is from UTC when it shows `at`; undefined for what names no place. */
function placeMs(zone: string, at: number): number | undefined {
  if (!place.test(zone)) return undefined;
  try {
    const clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const offsetAt = (when: number): number =>
      zoneMs(offsetOf(clock.formatToParts(when).at(-1)?.value ?? ''));
    // The clock may have been put on or back between the two.
    return offsetAt(at - offsetAt(at));
  } catch {
    return undefined;
  }
}

function zoneMs(zone: string): number {
  const match = offset.exec(zone) ?? offset.exec(offsetOf(zone.split(/\s/)[0] ?? ''));
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

const offsetOf = (zone: string): string =>
  zones[zone.replace(/[()]/g, '').toUpperCase()] ?? zone.replace(/^GMT|^UTC/i, '');

/** When it was posted, as shown and sorted: never after it was fetched. */
export const postedAt = (date: number | undefined, fetchedAt: number): number =>
  Math.min(date ?? fetchedAt, fetchedAt);
