// Entries of an LDIF file (RFC 2849): lines `attribute: value`, folded by a blank, base64
// behind two colons; a blank line ends an entry.

import type { Place } from '../place.ts';

export type Entry = Place & {
  /** By attribute in lower case, without its options, in order. */
  values: ReadonlyMap<string, readonly string[]>;
  lines: readonly string[];
};

export function* readEntries(text: string): Generator<Entry> {
  let lines: string[] = [];
  let place: Place | undefined;
  let [at, line] = [0, 1];
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    const raw = text.slice(at, end).replace(/\r$/, '');
    if (raw.trim() === '') {
      if (place !== undefined) yield entryOf(lines, place);
      [lines, place] = [[], undefined];
    } else if (raw.startsWith(' ') && lines.length > 0) lines[lines.length - 1] += raw.slice(1);
    else {
      place ??= { line, at, end };
      lines.push(raw);
    }
    if (place !== undefined) place = { ...place, end };
    at = end + 1;
    line += 1;
  }
  if (place !== undefined) yield entryOf(lines, place);
}

function entryOf(lines: readonly string[], place: Place): Entry {
  const values = new Map<string, string[]>();
  for (const line of lines) {
    const [, written = '', colons = '', text = ''] =
      /^([\w.-]+(?:;[\w.;-]*)?)(::?) *(.*)$/s.exec(line) ?? [];
    const attribute = written.toLowerCase().replace(/;.*$/, '');
    if (attribute === '') continue;
    const value = colons === '::' && attribute !== 'jpegphoto' ? decoded(text) : text.trim();
    values.set(attribute, [...(values.get(attribute) ?? []), value]);
  }
  return { ...place, values, lines };
}

/** As it is written where it is no base64. */
function decoded(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(bytes).trim();
  } catch {
    return text.trim();
  }
}
