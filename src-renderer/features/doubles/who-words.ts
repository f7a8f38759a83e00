// Somebody in one line, where others go by the same name.

import { t } from '@lingui/core/macro';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { commaWords } from '../../words/in-language.ts';

/** The name with the first address and number. */
export function whoWords(doc: RecordDoc): string {
  const name = nameOrNone(doc);
  const reached = ['emails', 'phones'].flatMap((set) => doc.sets[set]?.[0]?.value ?? []);
  const by = commaWords(reached);
  return reached.length === 0 ? name : t`${name} (${by})`;
}
