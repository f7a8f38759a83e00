// A bulk edit on one laptop: looked at and done, as the host does both.

import { kinds as allKinds, type Kinds } from '../../../src-shared/domain/kinds.ts';
import type { BulkOf } from '../../../src-shared/records/bulk/bulk-context.ts';
import {
  type BulkPreview,
  type PlannedBulk,
  planBulk,
} from '../../../src-shared/records/bulk/open-bulk.ts';
import { type BulkDone, runBulk } from '../../../src-shared/records/bulk/run-bulk.ts';
import type { BulkEdit } from '../../../src-shared/records/intents/bulk-edit.ts';
import type { Replica } from '../sync/replica.ts';

export async function planOn(
  replica: Replica,
  ids: readonly string[],
  edit: BulkEdit,
  kinds: Kinds = allKinds,
  of: BulkOf = { collection: 'people', kind: 'person' },
): Promise<PlannedBulk> {
  const reader = { language: 'en', country: 'DE' };
  const yieldNow = async (): Promise<void> => undefined;
  const planned = await planBulk(replica.store, ids, edit, { of, kinds, reader, yieldNow });
  if (!planned.ok) throw new Error(`refused: ${planned.error.code}`);
  return planned.value;
}

export async function runOn(
  replica: Replica,
  planned: PlannedBulk,
  watch: Parameters<typeof runBulk>[3] = {},
): Promise<BulkDone> {
  const done = await runBulk(replica.store, planned, replica.context, watch);
  if (!done.ok) throw new Error(`refused: ${done.error.code}`);
  return done.value;
}

export async function bulkOn(
  replica: Replica,
  ids: readonly string[],
  edit: BulkEdit,
  kinds?: Kinds,
  of?: BulkOf,
): Promise<{ preview: BulkPreview; done: BulkDone }> {
  const planned = await planOn(replica, ids, edit, kinds, of);
  return { preview: planned.preview, done: await runOn(replica, planned) };
}
