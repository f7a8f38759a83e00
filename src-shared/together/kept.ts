// What this laptop remembers of comments: which were read, which records are followed.
// Bookkeeping of this device; it never leaves.

import type { CommandContext } from '../records/context.ts';
import { stampNow } from '../records/context.ts';
import { localDoc } from '../records/local-doc.ts';
import { followId, noticeId } from '../records/owned.ts';
import type { RecordTx } from '../store/record-store.ts';

export type Mark = {
  id: string;
  why: string;
  state: 'open' | 'done' | 'later';
  /** ms since 1970. */
  until?: number | undefined;
};

export function markComments(tx: RecordTx, marks: readonly Mark[], context: CommandContext): void {
  purge(
    tx,
    marks.filter(({ state }) => state === 'open').map(({ id }) => noticeId(id)),
  );
  const kept = marks.filter(({ state }) => state !== 'open');
  if (kept.length === 0) return;
  tx.put(
    'local',
    kept.map(({ id, why, state, until }) =>
      localDoc(
        noticeId(id),
        'notice',
        { state, why, ...(until === undefined ? {} : { until }) },
        stampNow(context),
      ),
    ),
  );
}

export function followRecord(
  tx: RecordTx,
  id: string,
  isFollowed: boolean | null,
  context: CommandContext,
): void {
  if (isFollowed === null) return purge(tx, [followId(id)]);
  tx.put('local', [localDoc(followId(id), 'follow', { isFollowed }, stampNow(context))]);
}

function purge(tx: RecordTx, ids: readonly string[]): void {
  const here = [...tx.get('local', ids).keys()];
  if (here.length > 0) tx.purge('local', here);
}
