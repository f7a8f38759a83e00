// Views of people in words, with the names of the groups they point to.

import { kinds } from '../../../../src-shared/domain/kinds.ts';
import { type Describing, namedIn } from '../../../../src-shared/query/describe.ts';
import type { View } from '../../../../src-shared/query/view.ts';
import { useRecordsById } from '../../../data/use-records.ts';

export function useDescribing(view: View): Describing {
  const groups = useRecordsById('groups', namedIn(view, kinds));
  return { kinds, nameOf: (id) => groups.get(id)?.name };
}
