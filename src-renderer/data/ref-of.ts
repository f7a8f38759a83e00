// Which record a command means.

import { kinds } from '../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { Ref } from '../../src-shared/records/command.ts';

export const refOf = ({ kind, id }: Pick<RecordDoc, 'kind' | 'id'>): Ref => ({
  // What the window edits lies in one of the collections that commands know.
  collection: (kinds.get(kind)?.collection ?? 'people') as Ref['collection'],
  id,
});
