// What a card calls a value: the label of its own that Apple puts beside it, or its types.

import { labelOfFile } from '../../../values/labels.ts';
import type { CardProperty } from './card.ts';
import type { CardContext } from './context.ts';

/** Apple wraps its own labels: _$!<Anniversary>!$_. */
export const builtIn = (label: string): string =>
  labelOfFile(label.replace(/^_\$!<(.*)>!\$_$/, '$1'));

export const meaningless = new Set([
  'internet',
  'pref',
  'voice',
  'x400',
  'msg',
  'text',
  'video',
  'postal',
  'parcel',
  'dom',
  'intl',
]);

export function labelOf(
  { group, types, writtenTypes }: CardProperty,
  { labelByGroup }: CardContext,
): string {
  const own = labelByGroup.get(group);
  if (own !== undefined && own !== '') return own;
  const left = types.filter((type) => !meaningless.has(type));
  if (left.includes('fax'))
    return left.includes('home') ? 'home fax' : left.includes('work') ? 'work fax' : 'fax';
  const kind =
    left.find((type) => type === 'cell' || type === 'iphone') === undefined ? left[0] : 'mobile';
  // A label of the owner's own.
  if (kind?.startsWith('x-') === true) return (writtenTypes[types.indexOf(kind)] ?? kind).slice(2);
  return labelOfFile(kind ?? '');
}

export const isPreferred = ({ types, params }: CardProperty): boolean =>
  types.includes('pref') || params.get('pref') === '1';
