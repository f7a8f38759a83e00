// What stands in every record whatever its kind, checked where it comes from somebody else.

import type { SetItem, Stamp } from '../domain/record.ts';
import { isTime } from '../values/time.ts';
import { isPlain, limits } from './limits.ts';

export function isStamp(raw: unknown): raw is Stamp {
  if (!isObject(raw) || !isObject(raw['source']) || !isPlain(raw, 3)) return false;
  const { action, file, row, feed, type } = raw['source'];
  return (
    isText(raw['by'], 400) &&
    isText(raw['device'], 100) &&
    isTime(raw['at']) &&
    isText(type, 40) &&
    [action, file, feed].every((one) => one === undefined || isText(one, longestSource)) &&
    (row === undefined || typeof row === 'number')
  );
}

/** The name of a file, or the address of a feed. */
const longestSource = 10_000;

/** Of a set, without what names or orders it there. */
export const isItem = (raw: unknown): raw is Omit<SetItem, 'id'> =>
  isObject(raw) &&
  isPlain(raw, 3) &&
  isText(raw['value'], limits.textLength) &&
  (raw['label'] === undefined || isText(raw['label'], 20_000)) &&
  (raw['more'] === undefined || (isObject(raw['more']) && isTexts(Object.values(raw['more']))));

const isTexts = (raw: readonly unknown[]): boolean =>
  raw.every((text) => text === undefined || isText(text, limits.textLength));

export const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

export const isText = (raw: unknown, longest: number): raw is string =>
  typeof raw === 'string' && raw.length <= longest;
