// What is kept of the last look at a feed beside its posts, for what posts cannot tell.

import type { FeedState } from './state.ts';

/**
 * `shown`: marks of the items without a date that it showed. One that is shown still and
 * has no post any more was dropped for its age; it is not news.
 *
 * `turnovers`: how often in a row it showed nothing but new posts. Ten times means that
 * it gives its posts new names, links and words each time it is asked, or more of them
 * than anybody reads: then only its newest thousand stay (`dropOldPosts`). A feed that ever
 * shows a post twice is kept whole.
 */
export type FeedMemory = Pick<FeedState, 'shown' | 'turnovers'>;

const manyTurnovers = 10;

/** `known`: shown now, and before. */
export function turnoversAfter(
  before: FeedMemory,
  { added, known }: { added: number; known: number },
): number {
  const times = typeof before.turnovers === 'number' ? before.turnovers : 0;
  if (known > 0) return 0;
  return added > 0 ? times + 1 : times;
}

export const isChurning = ({ turnovers }: FeedMemory): boolean => (turnovers ?? 0) >= manyTurnovers;

/** A teammate may have sent it: what is not of that shape counts as nothing. */
export const shownIn = ({ shown }: FeedMemory): ReadonlySet<unknown> =>
  new Set<unknown>(Array.isArray(shown) ? shown : []);
