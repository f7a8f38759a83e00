// What another type of a field of the team's own would do to what is filled in, which is kept
// whatever comes of it.

import { foldText } from '../../domain/fold.ts';
import { kinds } from '../../domain/kinds.ts';
import { type OwnFieldType, readOwnField, recordKindsOf } from '../../domain/own-field.ts';
import { ownKey } from '../../domain/own-values.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { misfitsIn, storedOwn, typeOfOwn } from '../../fields/own.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { GatherCounts } from '../intents/gather.ts';
import { noteExamples } from './gather.ts';

/** `missing`: what a list of choices does not offer yet, by how it is written. */
export type Retyped = GatherCounts & { missing: string[] };

const mostMissing = 500;
const longestOption = 200;

export async function countRetyped(
  store: RecordStore,
  id: string,
  type: OwnFieldType,
): Promise<Result<Retyped>> {
  const doc = (await store.get('setup', [id])).get(id);
  const field = doc === undefined ? undefined : readOwnField(doc);
  const collection = kinds.get(recordKindsOf(field?.kind ?? '')[0] ?? '')?.collection;
  if (field === undefined || collection === undefined) return fail('not-found');
  const [key, next] = [ownKey(field), typeOfOwn({ ...field, type })];
  const counts: Retyped = { records: 0, fits: 0, misfits: 0, examples: [], missing: [] };
  const missing = new Map<string, string>();
  const isChoice = type === 'choice' || type === 'choices';
  for await (const docs of store.scan(collection, { status: 'live' }))
    for (const record of docs) {
      const stored = storedOwn(key, record);
      if (stored.length === 0) continue;
      counts.records += 1;
      const misfits = misfitsIn(next, key, record);
      if (misfits.length === 0) counts.fits += 1;
      else counts.misfits += 1;
      noteExamples(counts.examples, misfits);
      if (!isChoice || record.scope === 'private') continue;
      const parts = type === 'choices' ? misfits.flatMap((text) => text.split(/[,;]/)) : misfits;
      for (const name of parts.map((part) => part.trim()))
        if (name !== '' && name.length <= longestOption && missing.size < mostMissing)
          missing.set(foldText(name), name);
    }
  return ok({ ...counts, missing: [...missing.values()] });
}
