// The parts of a calendar file: cut out line by line, so that what is broken costs itself alone,
// and only what is wanted of each is kept.

const wanted =
  /^(?:UID|DTSTART|DTEND|DURATION|SUMMARY|LOCATION|ORGANIZER|ATTENDEE|STATUS|RRULE|RDATE|EXDATE|RECURRENCE-ID|SEQUENCE)[;:]/i;
/** Letters of a line, and lines of a part. */
const longest = 16_384;
const mostLines = 2_500;

export type CalendarParts = {
  isCalendar: boolean;
  name: string;
  zone: string;
  /** The lines of each event; undefined: it does not end. */
  events: (string[] | undefined)[];
  /** The text of the rules of a zone, by its name. */
  zones: Map<string, string>;
};

export function partsOf(text: string): CalendarParts {
  const parts: CalendarParts = {
    isCalendar: false,
    name: '',
    zone: '',
    events: [],
    zones: new Map(),
  };
  let part: { name: string; lines: string[] } | undefined;
  /** Of what stands within a part. */
  let inner: string[] = [];
  const end = (isWhole: boolean): void => {
    if (part?.name === 'VEVENT') parts.events.push(isWhole ? part.lines : undefined);
    if (part?.name === 'VTIMEZONE' && isWhole) noteZone(parts.zones, part.lines);
    [part, inner] = [undefined, []];
  };
  for (const line of unfolded(text)) {
    const [, verb = '', named = ''] = /^(BEGIN|END):\s*([A-Z-]{1,40})\s*$/i.exec(line) ?? [];
    const name = named.toUpperCase();
    if (/^begin$/i.test(verb)) {
      if (name === 'VCALENDAR') parts.isCalendar = true;
      if (name === 'VEVENT' || name === 'VTIMEZONE') {
        if (part !== undefined) end(false);
        part = { name, lines: [] };
        continue;
      }
      if (part === undefined) continue;
      if (inner.length < 20) inner.push(name);
    } else if (/^end$/i.test(verb)) {
      if (part?.name === name) {
        end(true);
        continue;
      }
      if (name === 'VCALENDAR') end(false);
      if (inner.at(-1) !== name) continue;
      if (part?.name === 'VTIMEZONE') part.lines.push(line);
      inner.pop();
      continue;
    }
    if (part === undefined) noteHead(parts, line);
    else if (part.lines.length >= mostLines || line.length > longest) continue;
    else if (part.name === 'VTIMEZONE') part.lines.push(line);
    else if (inner.length === 0 && wanted.test(line)) part.lines.push(line);
  }
  end(false);
  return parts;
}

function* unfolded(text: string): Generator<string> {
  let line = '';
  for (const raw of text.split(/\r\n|\n|\r/)) {
    if (raw.startsWith(' ') || raw.startsWith('\t')) {
      if (line.length <= longest) line += raw.slice(1);
    } else {
      if (line !== '') yield line;
      line = raw;
    }
  }
  if (line !== '') yield line;
}

function noteHead(parts: CalendarParts, line: string): void {
  const [, name = '', value = ''] =
    /^(X-WR-CALNAME|NAME|X-WR-TIMEZONE)[^:]*:(.*)$/i.exec(line) ?? [];
  if (value === '') return;
  if (/zone$/i.test(name)) parts.zone ||= value.trim();
  else
    parts.name ||= value
      .replace(/\\([,;\\])/g, '$1')
      .trim()
      .slice(0, 200);
}

const mostZones = 200;

function noteZone(zones: Map<string, string>, lines: readonly string[]): void {
  const named = lines.find((line) => /^TZID[;:]/i.test(line));
  const name = named?.slice(named.indexOf(':') + 1).trim() ?? '';
  if (name === '' || zones.size >= mostZones) return;
  zones.set(name, ['BEGIN:VTIMEZONE', ...lines, 'END:VTIMEZONE'].join('\r\n'));
}
