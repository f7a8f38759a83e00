// How it stands with one feed of one person: which device looks after it, when it was
// last fetched, by whom, with what success. Shared, so that one laptop's fetch serves
// the team; the later word wins whole.

import { time } from '../fields/day.ts';
import { data, link } from '../fields/link.ts';
import { count } from '../fields/number.ts';
import { handle, isText, text } from '../fields/text.ts';
import { defineKind, type RecordRow } from './kind.ts';
import type { JsonValue } from './record.ts';

export const feedState = defineKind('feed-state', {
  collection: 'work',
  privacy: 'as-linked',
  onErase: 'with-owner',
  isFound: false,
  fields: {
    /** Whose feed it is, and its address as it stands in their record. */
    owner: link({ to: ['people', 'groups'], owner: true }),
    url: handle(),
    /** When this was written: the later one wins. */
    said: time({ hidden: true }),
    /** The device that fetches until `until`. */
    holder: text({ hidden: true }),
    until: time({ hidden: true }),
    /** The last look: when, by which device, and what came of it (see src-shared/feeds/outcome.ts). */
    lookedAt: time(),
    lookedBy: text({ hidden: true }),
    outcome: text(),
    detail: data({ is: isText }),
    nextAt: time(),
    /** Since when it has failed without a break, and how often. */
    failingSince: time(),
    failures: count(),
    /** The last look that brought the feed. */
    fetchedAt: time(),
    /** What the server wants to hear again. */
    etag: text({ hidden: true }),
    modified: text({ hidden: true }),
    /** Where it says it has moved to, and how often in a row. */
    movedTo: handle(),
    movedCount: count({ hidden: true }),
    /** What it says of its owner: { name, job, place }. */
    profile: data({ is: (stored) => isProfile(stored) }),
    profiledAt: time({ hidden: true }),
    title: text({ search: 'name' }),
    home: handle(),
    /** ms between posts, and the newest post's time. */
    rhythm: count({ hidden: true }),
    newestAt: time(),
  },
  sets: {},
  combine: laterSaid,
});

/** Of two rows the later one, whole. */
export function laterSaid(mine: RecordRow, theirs: RecordRow): RecordRow {
  return isLater(theirs, mine) ? theirs : mine;
}

function isLater(a: RecordRow, b: RecordRow): boolean {
  const [x, y] = [Number(a.fields['said'] ?? 0), Number(b.fields['said'] ?? 0)];
  if (x !== y) return x > y;
  return textOf(a) > textOf(b);
}

const textOf = ({ fields, origin, createdAt, sets, note }: RecordRow): string =>
  JSON.stringify([fields, origin, createdAt, sets, note]);

const isProfile = (stored: JsonValue): boolean =>
  typeof stored === 'object' &&
  stored !== null &&
  !Array.isArray(stored) &&
  Object.values(stored).every(isText);
