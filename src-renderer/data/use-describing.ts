// What describing a view takes: the names of what its conditions point to.

import { type Describing, namedIn } from '../../src-shared/query/describe.ts';
import type { View } from '../../src-shared/query/view.ts';
import { useReader } from './use-reader.ts';
import { useKinds } from './known-kinds.tsx';
import { useNamed } from './use-records-in.ts';

const named = ['people', 'groups'] as const;

export function useDescribing(view: Pick<View, 'of' | 'conditions'>): Describing {
  const kinds = useKinds();
  const records = useNamed(named, namedIn(view, kinds));
  const { language } = useReader()('', '');
  return { kinds, nameOf: (id) => records.get(id)?.name, language };
}
