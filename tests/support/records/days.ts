// Days on which a laptop in memory is in use.

import type { Result } from '../../../src-shared/domain/result.ts';
import { emptyOldTrash } from '../../../src-shared/records/purge.ts';
import type { Replica } from '../sync/replica.ts';

/** Looks into the trash, and again after so many days of use. */
export async function emptyTrashAfter(
  { store, context }: Pick<Replica, 'store' | 'context'>,
  days: number,
): Promise<Result<number>> {
  await emptyOldTrash(store, context, { count: 0, dates: [] });
  return emptyOldTrash(store, context, { count: days, dates: [] });
}
