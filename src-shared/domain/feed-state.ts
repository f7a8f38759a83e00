// How it stands with one feed of one person: which device looks after it, when it was
// last fetched, by whom, with what success. Shared, so that one laptop's fetch serves
// the team; the later word wins whole.

import type { KindDefinition, RecordRow } from './kind.ts';

export const feedStateFields = [
  /** Id of the person or organisation, and the feed's address as it stands in their record. */
  'owner',
  'url',
  /** When this was written, ms since 1970: the later one wins. */
  'said',
  /** The device that fetches until `until` (ms since 1970). */
  'holder',
  'until',
  /** The last look: when, by which device, and what came of it (see src-shared/feeds/outcome.ts). */
  'lookedAt',
  'lookedBy',
  'outcome',
  'detail',
  'nextAt',
  /** Since when it has failed without a break, and how often. */
  'failingSince',
  'failures',
  /** The last look that brought the feed. */
  'fetchedAt',
  /** What the server wants to hear again: etag, modified. */
  'etag',
  'modified',
  /** Where it says it has moved to, and how often in a row. */
  'movedTo',
  'movedCount',
  /** What it says of itself, and of its owner: { name, job, place }. */
  'profile',
  'profiledAt',
  'title',
  'home',
  /** ms between posts, and the newest post's time. */
  'rhythm',
  'newestAt',
] as const;

export const feedState: KindDefinition = {
  kind: 'feed-state',
  collection: 'work',
  fields: feedStateFields,
  sets: {},
  derive: ({ fields }) => ({
    name: typeof fields['title'] === 'string' ? fields['title'] : '',
    keys: typeof fields['owner'] === 'string' ? [fields['owner']] : [],
    search: { name: '', contact: '', body: '' },
  }),
  owner: ({ fields }) => (typeof fields['owner'] === 'string' ? fields['owner'] : undefined),
  combine: laterSaid,
};

/** Of two rows the one said later, whole. */
export function laterSaid(mine: RecordRow, theirs: RecordRow): RecordRow {
  return isLater(theirs, mine) ? theirs : mine;
}

function isLater(a: RecordRow, b: RecordRow): boolean {
  const [x, y] = [Number(a.fields['said']), Number(b.fields['said'])];
  if (x !== y) return x > y;
  return JSON.stringify([a.fields, a.origin]) > JSON.stringify([b.fields, b.origin]);
}
