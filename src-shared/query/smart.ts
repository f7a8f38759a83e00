// Smart buckets: who is in one is said by a question, not kept. One that asks for itself, directly
// or over others, has nobody in it; who makes such a circle is told before.

import type { RecordDoc } from '../domain/record.ts';
import { groupOf, isCondition, parseView, type ViewNode } from './view.ts';

/** Null: what this version cannot read. */
export type SmartBuckets = ReadonlyMap<string, ViewNode | null>;

/** What a bucket asks for; undefined for one that people are put into by hand, null as above. */
export function smartConditions(
  doc: Pick<RecordDoc, 'kind' | 'fields'>,
): ViewNode | null | undefined {
  const raw = doc.kind === 'bucket' ? (doc.fields['smart'] ?? null) : null;
  if (raw === null) return undefined;
  const parsed = parseView({ of: 'people', conditions: raw });
  return parsed.ok ? parsed.value.conditions : null;
}

export function smartBucketsOf(docs: Iterable<RecordDoc>): SmartBuckets {
  const found = new Map<string, ViewNode | null>();
  for (const doc of docs) {
    const conditions = doc.status === 'live' ? smartConditions(doc) : undefined;
    if (conditions !== undefined) found.set(doc.id, conditions);
  }
  return found;
}

/** Every bucket that the conditions name. */
export function bucketsIn(node: ViewNode): string[] {
  if (!isCondition(node)) return groupOf(node)[1].flatMap(bucketsIn);
  const isBucket = node.field === 'bucket' || node.field === 'buckets';
  return isBucket ? [node.arg ?? []].flat().filter((id) => typeof id === 'string') : [];
}

/**
 * The buckets that lead from `id` back to itself if it asked for this: the first of them, then
 * those it goes over. Undefined where there is no circle through it.
 */
export function circleThrough(
  id: string,
  conditions: ViewNode,
  known: SmartBuckets,
): string[] | undefined {
  const seen = new Set<string>();
  const open = [{ path: [id], node: conditions }];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const bucket of bucketsIn(next.node)) {
      if (bucket === id) return next.path;
      const node = known.get(bucket);
      if (node === undefined || node === null || seen.has(bucket)) continue;
      seen.add(bucket);
      open.push({ path: [...next.path, bucket], node });
    }
  return undefined;
}
