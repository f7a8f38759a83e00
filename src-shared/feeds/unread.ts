// What this laptop notes about new posts, as the window finds it.

import type { RecordDoc } from '../domain/record.ts';

/** Ids of an owner's posts that nobody here has read, in the order of arrival. */
export function unreadOf(doc: RecordDoc | undefined): string[] {
  const ids = doc?.fields['ids'];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
