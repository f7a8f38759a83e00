// Search patterns as people know them from other programs (regular expressions), read into a
// tree. Left out is what cannot be looked for in one pass: references back and looking ahead
// or behind. A pattern is nobody's program: whatever it says, `match.ts` ends in time.

/** `from` to `to` of each range are code points. */
export type CharTest = { ranges: readonly (readonly [number, number])[]; isNot: boolean };

export type Node =
  | { is: 'char'; test: CharTest }
  | { is: 'start' | 'end' | 'edge' | 'no-edge' }
  | { is: 'all'; of: readonly Node[] }
  | { is: 'any'; of: readonly Node[] }
  /** `group`: its number, from 1; left out where nothing is remembered. */
  | { is: 'group'; of: Node; group?: number }
  | { is: 'repeat'; of: Node; min: number; max: number; isLazy: boolean };

export type ParsedPattern = { node: Node; groups: number };

const longest = 300;
const mostTimes = 1_000;
const deepest = 40;

type Reading = { chars: readonly string[]; at: number; groups: number; depth: number };

class NotAPattern extends Error {}
const refuse = (): never => {
  throw new NotAPattern();
};

/** Undefined for what is no pattern, or none of those that are understood here. */
export function parsePattern(text: string): ParsedPattern | undefined {
  const chars = Array.from(text);
  if (chars.length === 0 || chars.length > longest) return undefined;
  const reading: Reading = { chars, at: 0, groups: 0, depth: 0 };
  try {
    const node = parseAny(reading);
    return reading.at < chars.length ? undefined : { node, groups: reading.groups };
  } catch (error) {
    if (error instanceof NotAPattern) return undefined;
    throw error;
  }
}

const peek = ({ chars, at }: Reading): string | undefined => chars[at];
function take(reading: Reading): string {
  return reading.chars[reading.at++] ?? refuse();
}
function takeIf(reading: Reading, char: string): boolean {
  if (peek(reading) !== char) return false;
  reading.at += 1;
  return true;
}

function parseAny(reading: Reading): Node {
  if (++reading.depth > deepest) refuse();
  const of = [parseAll(reading)];
  while (takeIf(reading, '|')) of.push(parseAll(reading));
  reading.depth -= 1;
  return of.length === 1 && of[0] !== undefined ? of[0] : { is: 'any', of };
}

function parseAll(reading: Reading): Node {
  const of: Node[] = [];
  for (let char = peek(reading); char !== undefined && char !== '|' && char !== ')';) {
    of.push(parseRepeats(reading));
    char = peek(reading);
  }
  return { is: 'all', of };
}

function parseRepeats(reading: Reading): Node {
  const of = parseOne(reading);
  const times = parseTimes(reading);
  if (times === undefined) return of;
  const isLazy = takeIf(reading, '?');
  if (parseTimes(reading) !== undefined) refuse();
  return { is: 'repeat', of, ...times, isLazy };
}

type Times = { min: number; max: number };

function parseTimes(reading: Reading): Times | undefined {
  if (takeIf(reading, '*')) return { min: 0, max: Infinity };
  if (takeIf(reading, '+')) return { min: 1, max: Infinity };
  if (takeIf(reading, '?')) return { min: 0, max: 1 };
  if (peek(reading) !== '{') return undefined;
  const rest = reading.chars.slice(reading.at, reading.at + 12).join('');
  const [written, from = '', comma, to = ''] = /^\{(\d{1,4})(,)?(\d{1,4})?\}/.exec(rest) ?? [];
  if (written === undefined) return refuse();
  reading.at += written.length;
  const min = Number(from);
  const max = comma === undefined ? min : to === '' ? Infinity : Number(to);
  return min > max || min > mostTimes || (max > mostTimes && max !== Infinity)
    ? refuse()
    : { min, max };
}

function parseOne(reading: Reading): Node {
  const char = take(reading);
  switch (char) {
    case '(':
      return parseGroup(reading);
    case '[':
      return { is: 'char', test: parseClass(reading) };
    case '.':
      return { is: 'char', test: { ranges: lineEnds, isNot: true } };
    case '^':
      return { is: 'start' };
    case '$':
      return { is: 'end' };
    case '\\':
      return parseEscape(reading);
    case '*':
    case '+':
    case '?':
    case '{':
    case ')':
      return refuse();
    default:
      return { is: 'char', test: only(char) };
  }
}

function parseGroup(reading: Reading): Node {
  let group: number | undefined;
  if (takeIf(reading, '?')) {
    if (!takeIf(reading, ':')) refuse();
  } else group = ++reading.groups;
  const of = parseAny(reading);
  if (!takeIf(reading, ')')) refuse();
  return { is: 'group', of, ...(group === undefined ? {} : { group }) };
}

function parseEscape(reading: Reading): Node {
  const char = take(reading);
  if (char === 'b') return { is: 'edge' };
  if (char === 'B') return { is: 'no-edge' };
  return { is: 'char', test: escaped(char) };
}

function parseClass(reading: Reading): CharTest {
  const isNot = takeIf(reading, '^');
  const ranges: (readonly [number, number])[] = [];
  for (let isFirst = true; isFirst || peek(reading) !== ']'; isFirst = false) {
    const from = classPart(reading);
    const isRange = peek(reading) === '-' && reading.chars[reading.at + 1] !== ']';
    if (!isRange) {
      ranges.push(...plainRanges(from));
      continue;
    }
    reading.at += 1;
    const [start, end] = [singleOf(from), singleOf(classPart(reading))];
    ranges.push(start > end ? refuse() : [start, end]);
  }
  reading.at += 1;
  return { ranges, isNot };
}

const classPart = (reading: Reading): CharTest => {
  const char = take(reading);
  return char === '\\' ? escaped(take(reading)) : only(char);
};

/** A class such as \D within another would need the complement of its ranges. */
function plainRanges({ ranges, isNot }: CharTest): CharTest['ranges'] {
  if (!isNot) return ranges;
  const sorted = ranges.toSorted(([a], [b]) => a - b);
  const gaps: [number, number][] = [];
  let from = 0;
  for (const [start, end] of sorted) {
    if (start > from) gaps.push([from, start - 1]);
    from = Math.max(from, end + 1);
  }
  return [...gaps, [from, 0x10_ff_ff]];
}

function singleOf({ ranges: [range], isNot }: CharTest): number {
  return range === undefined || isNot || range[0] !== range[1] ? refuse() : range[0];
}

const code = (char: string): number => char.codePointAt(0) ?? 0;
const only = (char: string): CharTest => ({ ranges: [[code(char), code(char)]], isNot: false });
const range = (from: string, to: string): readonly [number, number] => [code(from), code(to)];

const lineEnds = [range('\n', '\n'), range('\r', '\r'), range('\u2028', '\u2029')];
const digits = [range('0', '9')];
const wordSigns = [...digits, range('A', 'Z'), range('_', '_'), range('a', 'z')];
const spaces = [
  range('\t', '\r'),
  range(' ', ' '),
  range('\u00a0', '\u00a0'),
  range('\u1680', '\u1680'),
  range('\u2000', '\u200a'),
  range('\u2028', '\u2029'),
  range('\u202f', '\u202f'),
  range('\u205f', '\u205f'),
  range('\u3000', '\u3000'),
  range('\ufeff', '\ufeff'),
];

function escaped(char: string): CharTest {
  switch (char) {
    case 'd':
    case 'D':
      return { ranges: digits, isNot: char === 'D' };
    case 'w':
    case 'W':
      return { ranges: wordSigns, isNot: char === 'W' };
    case 's':
    case 'S':
      return { ranges: spaces, isNot: char === 'S' };
    case 'n':
      return only('\n');
    case 'r':
      return only('\r');
    case 't':
      return only('\t');
    default:
      // A letter or digit behind a backslash means something that is not known here.
      return /[\da-z]/i.test(char) ? refuse() : only(char);
  }
}

export const isWordSign = (char: string): boolean => /\w/.test(char);
