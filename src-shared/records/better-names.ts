// Of one name written in several ways the one that stays where records are merged: not in capitals
// or small letters only, and with its own letters.

import { foldText } from '../domain/fold.ts';
import type { RecordDoc } from '../domain/record.ts';
import { isBetterWritten } from '../values/name-case.ts';
import { type Choices, noChoices } from './choices.ts';

const names: ReadonlySet<string> = new Set(
  'given middle family maidenName nickname fullName name'.split(' '),
);

type Named = Pick<RecordDoc, 'id' | 'fields'>;

/** Whoever has the same name as the first of them, written best. */
export function bestNamed<T extends Named>(
  field: string,
  [first, ...others]: readonly T[],
): T | undefined {
  if (first === undefined || !names.has(field)) return first;
  const [own, ...rest] = [first, ...others].map(({ fields }) => fields[field]);
  if (typeof own !== 'string') return first;
  let best = { doc: first, text: own };
  for (const [at, text] of rest.entries()) {
    const doc = others[at];
    if (doc === undefined || typeof text !== 'string' || foldText(text) !== foldText(own)) continue;
    if (isBetterWritten(text, best.text)) best = { doc, text };
  }
  return best.doc;
}

/** What a merge takes from who joins; undefined where the keeper's names stay. */
export function betterNames(keep: Named, gone: readonly Named[]): Choices | undefined {
  const chosen = Object.keys(keep.fields).flatMap((field): [string, string][] => {
    const best = bestNamed(field, [keep, ...gone]);
    return best === undefined || best === keep ? [] : [[field, best.id]];
  });
  return chosen.length === 0 ? undefined : { ...noChoices, fields: Object.fromEntries(chosen) };
}
