// A short fingerprint of what a record says, the same on every replica that says the
// same. Not a secret and not a proof: it only tells where two replicas differ.

import { withoutKept } from '../domain/kept-here.ts';
import type { RecordDoc } from '../domain/record.ts';
import { fromBase64 } from '../records/base64.ts';
import { stateVectorText } from '../records/state.ts';

/** 53 bits. Tombstones of one record are all the same, whoever erased it and when. */
export function recordHash(doc: RecordDoc): number {
  if (doc.status === 'erased') return textHash(`erased:${doc.id}`);
  const { id, kind, createdAt, origin, note, conflicts } = doc;
  const [fields, sets, stamps] = [doc.fields, doc.sets, doc.stamps].map(withoutKept);
  const version = doc.state === undefined ? '' : stateVectorText(fromBase64(doc.state));
  return textHash(
    JSON.stringify([
      id,
      kind,
      createdAt,
      origin.at,
      fields,
      sets,
      note,
      stamps,
      conflicts,
      version,
    ]),
  );
}

/** cyrb53: two 32-bit lanes of multiply and xor, 53 bits of the result. */
export function textHash(text: string): number {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}
