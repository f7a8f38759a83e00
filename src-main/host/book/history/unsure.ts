// Whose clock was wrong. Places are in the order in which this laptop wrote or received
// things; a time that contradicts them says nothing.

import type { HistoryAction } from '../../../../src-shared/bridge/history-types.ts';

const slackMs = 10 * 60_000;
const dayMs = 24 * 60 * 60_000;
/** Nobody's change takes longer to arrive; whole records do, when a laptop joins. */
const longestMs = 366 * dayMs;

/** `actions`: the newest place first. */
export function markUnsure(actions: readonly HistoryAction[], now: number): HistoryAction[] {
  let latest = -Infinity;
  const marked = actions.toReversed().map((action) => {
    const { at, arrived, made } = action;
    const isLocalWrong = arrived > now + slackMs || arrived < latest - dayMs;
    if (!isLocalWrong) latest = Math.max(latest, arrived);
    const isTheirsWrong = at > arrived + slackMs || (made === 0 && arrived - at > longestMs);
    return { ...action, isUnsure: isLocalWrong || isTheirsWrong };
  });
  return marked.reverse();
}
