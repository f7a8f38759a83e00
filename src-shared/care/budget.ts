// How often the team has been in touch with somebody of its own accord: messages and calls to them
// within thirty days. What they began, and meetings, which both agreed to, are not counted.

import { momentKindOf } from '../domain/moment.ts';
import type { RecordDoc } from '../domain/record.ts';

export const budgetDays = 30;
const day = 86_400_000;

/** Since when contacts count. */
export const budgetSince = (now: number): number => now - budgetDays * day;

type Moment = Pick<RecordDoc, 'id' | 'kind' | 'status' | 'fields' | 'at'>;

/** Whether the team was in touch with them, of its own accord. */
export function isOutreach(moment: Moment): boolean {
  const kind = momentKindOf(moment);
  const { direction } = moment.fields;
  return (
    moment.status === 'live' &&
    (kind === 'call' || kind === 'message') &&
    direction !== 'in' &&
    direction !== 'absent'
  );
}

/** Whether whoever wrote it said so. */
export const isMarketing = ({ fields }: Moment): boolean => fields['purpose'] === 'marketing';

/** Of moments with one person those that count now, the newest first, each once. */
export const outreachOf = <M extends Moment>(moments: readonly M[], now: number): M[] =>
  [...new Map(moments.map((moment) => [moment.id, moment])).values()]
    .filter((moment) => isOutreach(moment) && moment.at > budgetSince(now) && moment.at <= now)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
