// The lines of a card. ical.js escapes and encodes parameters; where it does not
// do what other programs read (upper-cased groups, escaped commas in URIs), that is
// put right here.

import ICAL from 'ical.js';

import { foldLine } from './fold-line.ts';

export type VcardVersion = '3.0' | '4.0';
export type Params = { [name: string]: string | string[] };

export type CardLines = {
  /** A property of text; several values of a structured one (N, ADR, ORG) as an array. */
  text(name: string, value: string | readonly string[], params?: Params): void;
  /** Values separated by commas. */
  list(name: string, values: readonly string[]): void;
  /** A value of another type, such as `date`. */
  typed(name: string, type: string, value: string, params?: Params): void;
  /** A value written as it is (URIs, encoded bytes): only line breaks are taken out. */
  raw(name: string, value: string, params?: Params): void;
  /** Ties the lines that `add` writes together. */
  grouped(add: (group: Params) => void): void;
  /** Ties the lines that `add` writes to a label of the user's own, as Apple does. */
  labelled(label: string, add: (group: Params) => void): void;
  /** The card, CRLF at the end of each line. */
  card(): string;
};

export function createCardLines(version: VcardVersion): CardLines {
  const design = version === '3.0' ? ICAL.design.vcard3 : ICAL.design.vcard;
  const lines: string[] = [];
  let groups = 0;
  const add = (property: unknown[], replaceValue?: string) => {
    const line = ICAL.stringify.property(property, design, true);
    const whole =
      replaceValue === undefined
        ? line
        : `${line.replace(/(;VALUE=UNKNOWN)?:x$/, '')}:${replaceValue.replace(/[\r\n]/g, '')}`;
    lines.push(
      foldLine(whole.replace(/^ITEM(\d+)\./, 'item$1.').replace('.X-ABLABEL:', '.X-ABLabel:')),
    );
  };
  const grouped: CardLines['grouped'] = (write) => {
    groups += 1;
    write({ group: `item${groups}` });
  };
  return {
    text: (name, value, params = {}) => {
      if (typeof value === 'string' && name.startsWith('x-'))
        add([name, params, 'unknown', 'x'], escapeText(value));
      else add([name, params, 'text', typeof value === 'string' ? clean(value) : value.map(clean)]);
    },
    list: (name, values) => add([name, {}, 'text', ...values.map(clean)]),
    typed: (name, type, value, params = {}) => add([name, params, type, value]),
    raw: (name, value, params = {}) => add([name, params, 'unknown', 'x'], value),
    grouped,
    labelled: (label, write) =>
      grouped((group) => {
        write(group);
        add(['x-ablabel', group, 'unknown', 'x'], escapeText(label));
      }),
    card: () => `${['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD'].join('\r\n')}\r\n`,
  };
}

/** Characters that no vCard may contain. */
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');

const escapeText = (text: string): string =>
  clean(text)
    .replace(/[\\,;]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
