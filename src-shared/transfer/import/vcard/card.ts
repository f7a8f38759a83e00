// One card's lines as a flat list of properties, through ical.js. Lines it refuses do
// not spoil the card: they are kept as they came.

import ICAL from 'ical.js';

import { modernLine } from './lines.ts';

export type CardProperty = {
  /** Lower case. */
  name: string;
  /** Lower-case names; several values of one are joined by a comma. */
  params: ReadonlyMap<string, string>;
  /** Lower-case types. */
  types: string[];
  group: string;
  /** Several values (CATEGORIES, NICKNAME), or the components of one (N, ADR, ORG). */
  values: string[];
};

export type Card = { properties: CardProperty[]; unreadable: string[] };

export function parseCard(lines: readonly string[]): Card {
  const isOld = lines.some((line) => /^VERSION\s*:\s*2\.1/i.test(line));
  const content = lines
    .filter((line) => line.trim() !== '' && !/^VERSION\s*:/i.test(line))
    .map((line) => prepare(line, isOld));
  const version = lines.some((line) => /^VERSION\s*:\s*4/i.test(line)) ? '4.0' : '3.0';
  const whole = parseLines(content, version);
  if (whole !== undefined) return { properties: whole, unreadable: [] };
  const card: Card = { properties: [], unreadable: [] };
  for (const line of content) {
    const alone = parseLines([line], version);
    if (alone === undefined) card.unreadable.push(line);
    else card.properties.push(...alone);
  }
  return card;
}

/** Version 2.1 knows no escaped commas, so a plain one is not a separator. */
function prepare(line: string, isOld: boolean): string {
  const modern =
    isOld || /;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(line.slice(0, 200)) ? modernLine(line) : line;
  return isOld
    ? modern.replace(
        /(^[^:]*:)([^]*)/,
        (_, head: string, value: string) => head + value.replace(/(?<!\\),/g, '\\,'),
      )
    : modern;
}

function parseLines(lines: readonly string[], version: string): CardProperty[] | undefined {
  try {
    const parsed: unknown = ICAL.parse(
      `BEGIN:VCARD\r\nVERSION:${version}\r\n${lines.join('\r\n')}\r\nEND:VCARD`,
    );
    return propertiesOf(parsed);
  } catch {
    return undefined;
  }
}

/** jCard (RFC 7095): ["vcard", [[name, params, type, ...values]], []]. */
function propertiesOf(parsed: unknown): CardProperty[] | undefined {
  if (!Array.isArray(parsed) || parsed[0] !== 'vcard' || !Array.isArray(parsed[1]))
    return undefined;
  const properties: unknown[] = parsed[1];
  return properties.flatMap((property) => {
    if (!Array.isArray(property) || typeof property[0] !== 'string') return [];
    const [name, rawParams, type, ...values] = property as [
      string,
      Record<string, unknown>,
      unknown,
      ...unknown[],
    ];
    const params = new Map(
      Object.entries(rawParams).map(([key, value]) => [key.toLowerCase(), textOf(value)]),
    );
    const isUnknown = type === 'unknown';
    const texts = (
      values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values
    ).map((value) => (isUnknown ? unescape(textOf(value)) : textOf(value)));
    const types = (params.get('type') ?? '')
      .toLowerCase()
      .split(/\s*,\s*/)
      .filter(Boolean);
    return [
      {
        name: name.toLowerCase(),
        params,
        types,
        group: (params.get('group') ?? '').toLowerCase(),
        values: texts,
      },
    ];
  });
}

const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(textOf).join(', ')
    : typeof value === 'string'
      ? value
      : value === null || value === undefined
        ? ''
        : String(value as number);

const unescape = (text: string): string =>
  text.replace(/\\([nN,;:\\])/g, (_, letter: string) =>
    letter.toLowerCase() === 'n' ? '\n' : letter,
  );
