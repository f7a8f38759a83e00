// Labels in vCards: the ones with a TYPE of their own, and those that stand beside the
// value in a group, Apple's built-in ones in its own spelling.

import type { SetItem } from '../../domain/record.ts';
import type { CardLines, Params, VcardVersion } from './vcard-lines.ts';

export const addressTypes: { readonly [label: string]: string[] } = {
  work: ['work'],
  home: ['home'],
};
export const phoneTypes: { readonly [label: string]: string[] } = {
  ...addressTypes,
  mobile: ['cell'],
  cell: ['cell'],
  fax: ['work', 'fax'],
  'work fax': ['work', 'fax'],
  'home fax': ['home', 'fax'],
  pager: ['pager'],
};

/** Known labels become TYPEs; others the user's own, in a group. */
export function withLabel(
  lines: CardLines,
  { label = '' }: SetItem,
  typesByLabel: { readonly [label: string]: string[] },
  isPreferred: boolean,
  version: VcardVersion,
  write: (params: Params) => void,
): void {
  const types = typesByLabel[label.toLowerCase()] ?? [];
  const preferred: Params = isPreferred && version === '4.0' ? { pref: '1' } : {};
  const all = isPreferred && version === '3.0' ? [...types, 'pref'] : types;
  const params: Params = { ...preferred, ...(all.length > 0 ? { type: all } : {}) };
  if (label === '' || types.length > 0) write(params);
  else lines.labelled(appleLabel(label), (group) => write({ ...params, ...group }));
}

const appleLabels = new Set([
  'other',
  'anniversary',
  'spouse',
  'child',
  'mother',
  'father',
  'brother',
  'sister',
  'parent',
  'friend',
  'assistant',
  'manager',
  'partner',
  'homepage',
]);

/** Apple translates its own labels, which stand in `_$!<...>!$_`. */
export function appleLabel(label: string): string {
  const lower = label.toLowerCase();
  return appleLabels.has(lower)
    ? `_$!<${lower.charAt(0).toUpperCase()}${lower.slice(1)}>!$_`
    : label;
}
