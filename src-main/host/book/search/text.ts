// The text a record is found by, as the full-text index takes it. Scripts written
// without spaces between words get an invisible one between characters, so that any
// part of a Chinese, Japanese, Korean or Thai name is found.

import { moreWords } from '../../../../src-shared/domain/find-words.ts';
import type { SearchText } from '../../../../src-shared/domain/kind.ts';
import { kinds } from '../../../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';

/** What stands around a match in a highlight: never part of the text itself. */
export const matchBegin = '\uE000';
export const matchEnd = '\uE001';
/** Zero width space: separates words for the index. */
const invisibleSpace = '\u200B';

/** Undefined when the record is not to be found: not live, or of a kind that is not or is unknown here. */
export function searchTextOf(document: Record<string, unknown>): SearchText | undefined {
  const text = foundText(document);
  return text === undefined ? undefined : indexedText(text);
}

/** The same as it stands in the record, before words are added by which it is found, too. */
export function foundText(document: Record<string, unknown>): SearchText | undefined {
  if (document['status'] !== 'live') return undefined;
  const record = document as RecordDoc;
  const kind = kinds.get(record.kind);
  return kind?.isFound === true ? kind.search(record) : undefined;
}

export const indexedText = ({ name, contact, body }: SearchText): SearchText => ({
  name: indexed(name, true),
  contact: indexed(contact, false),
  body: indexed(body, false),
});

/** Between what a text says and the other words it is found by: part of neither. */
const others = '\u0003';

function indexed(text: string, isName: boolean): string {
  const more = moreWords(text, isName);
  const shown = toSearchable(text.replaceAll(others, ' '));
  return more === '' ? shown : `${shown}${others}${more}`;
}

const unusual = /[\u0300-\uFFFF]/;
const marks = /[\uE000\uE001]/g;
const spaceless =
  '[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}]';
const betweenSpaceless = new RegExp(`(?<=${spaceless})(?=${spaceless})`, 'gu');

/** Also composes letters and their marks, which the index would take apart. */
export function toSearchable(text: string): string {
  if (!unusual.test(text)) return text;
  return text.normalize('NFC').replace(marks, '').replace(betweenSpaceless, invisibleSpace);
}

/**
 * A whole name of a script without spaces as the family's and the given one, which a record
 * may have apart and in the other order.
 */
export function inTwo(searchable: string): [string, string][] {
  const letters = searchable.split(invisibleSpace);
  if (letters.length < 3 || letters.length > 4) return [];
  return [1, 2].map((at) => [
    letters.slice(0, at).join(invisibleSpace),
    letters.slice(at).join(invisibleSpace),
  ]);
}

/** What an indexed text says, without the other words it is found by. */
export const shownText = (text: string): string => text.split(others, 1)[0] ?? '';

export const toReadable = (searchable: string): string => searchable.replaceAll(invisibleSpace, '');
