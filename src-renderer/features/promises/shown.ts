// Which promises a list shows, as its address names them.

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import {
  type Clock,
  countPromises,
  standingOf,
} from '../../../src-shared/query/promise-standing.ts';
import { inOrder } from './use-own-promises.ts';

const all = ['open', 'overdue', 'settled', 'kept', 'of', 'late', 'broken'] as const;
export type Shown = (typeof all)[number];

export const isShown = (text: string | undefined): Shown | undefined =>
  all.find((one) => one === text);

export function shownOf(docs: readonly RecordDoc[], shown: Shown, clock: Clock): RecordDoc[] {
  const counted =
    shown === 'open' || shown === 'overdue' || shown === 'settled'
      ? docs
      : countPromises(docs, clock)[shown];
  const { open, settled } = inOrder(counted, clock);
  if (shown === 'open') return open;
  if (shown === 'overdue') return open.filter((doc) => standingOf(doc, clock).isOverdue);
  return shown === 'settled' ? settled : [...open, ...settled];
}
