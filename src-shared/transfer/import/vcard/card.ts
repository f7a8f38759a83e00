// One card's lines as a flat list of properties, through ical.js. Lines it refuses do
// not spoil the card: they are kept as they came.

import { splitList } from '../../../values/split-list.ts';
import ICAL from 'ical.js';

import { modernLine, valueStart } from './printable.ts';

export type CardProperty = {
  /** Lower case. */
  name: string;
  /** Lower-case names; several values of one are joined by a comma. */
  params: ReadonlyMap<string, string>;
  /** Lower-case types. */
  types: string[];
  /** The same as they are written. */
  writtenTypes: string[];
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

/** Commas separate nothing in these, nor in anything of version 2.1. */
const oneText = /^(?:[\w-]+\.)?(?:NOTE|FN|TITLE|ROLE|LABEL|EMAIL|BDAY|ANNIVERSARY)[;:]/i;
/** Semicolons separate parts in these only; elsewhere an escaped one is that letter. */
const inParts = /^(?:[\w-]+\.)?(?:N|ADR|ORG|GENDER|CLIENTPIDMAP)[;:]/i;
/** Dates are read as people write them; what is not known of one is not made up. */
const date = /^((?:[\w-]+\.)?(?:BDAY|ANNIVERSARY|DEATHDATE))((?:;[^:]*)?):/i;

const escapedColon = /(?<!\\)((?:\\\\)*)\\(:)/g;
const escapedColonOrSemicolon = /(?<!\\)((?:\\\\)*)\\([:;])/g;

function prepare(line: string, isOld: boolean): string {
  const modern =
    isOld || /;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(line.slice(0, 200)) ? modernLine(line) : line;
  const at = valueStart(modern);
  if (at === -1) return modern;
  // Some escape colons, too; ical.js leaves `\;` as it is in the texts of 3.0.
  const needless = inParts.test(modern) ? escapedColon : escapedColonOrSemicolon;
  const value = modern.slice(at + 1).replace(needless, '$1$2');
  const plain = isOld || oneText.test(modern) ? value.replace(/(?<!\\),/g, '\\,') : value;
  const head = modern.slice(0, at + 1);
  return (
    head.replace(date, (_, name: string, params: string) => {
      const others = params.replace(/;VALUE=[^;:]*/gi, '');
      return `${name}${others};VALUE=text:`;
    }) + plain
  );
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
    const writtenTypes = splitList(params.get('type') ?? '', ',');
    return [
      {
        name: name.toLowerCase(),
        params,
        types: writtenTypes.map((one) => one.toLowerCase()),
        writtenTypes,
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
