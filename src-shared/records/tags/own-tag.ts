// What was said of a tag and is kept from a team: under an id of this laptop's own, for the
// team may say something of the same tag.

import type { RecordDoc } from '../../domain/record.ts';
import { newTag, tagOf } from '../../domain/tag.ts';
import type { RecordTx } from '../../store/record-store.ts';
import type { CommandContext } from '../context.ts';

/** Puts those aside; answers with the others. `docs` are of the collection `setup`, private already. */
export function keepTags(
  tx: RecordTx,
  docs: readonly RecordDoc[],
  { hash }: CommandContext,
): RecordDoc[] {
  const others: RecordDoc[] = [];
  for (const doc of docs) {
    const name = tagOf(doc);
    const id = name === undefined ? undefined : newTag(name, 'private', 0, hash).id;
    if (id === undefined || id === doc.id) {
      others.push(doc);
      continue;
    }
    if (!tx.get('setup', [id]).has(id)) tx.put('setup', [{ ...doc, id }]);
    tx.purge('setup', [doc.id]);
  }
  return others;
}
