// Where the words of a search stand, said for a hit: the field, the role, the timeline.

import { t } from '@lingui/core/macro';

import type { SearchHit } from '../../src-shared/bridge/host-types.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import { labelOf } from './kinds.ts';

export const plainText = (highlight: string): string => highlight.replace(/[\ue000\ue001]/g, '');

/**
 * With the matches still marked; undefined where they stand in the name that is shown anyway.
 * `label`: what a field is called (useFieldLabel). `of`: the id of the record that is shown, where that is another than was found.
 */
export function foundWhere(
  hit: SearchHit,
  label: (kind: string, what: string) => string,
  of: string = hit.id,
): string | undefined {
  const { kind, what, highlight, name } = hit;
  if (kinds.get(kind)?.collection === 'moments') return t`Timeline: ${highlight}`;
  if (what !== undefined) return said(label(kind, what), highlight);
  if (of !== hit.id) return said(labelOf(kind), highlight);
  return plainText(highlight).includes(name) ? undefined : highlight;
}

const said = (where: string, highlight: string): string => t`${where}: ${highlight}`;
