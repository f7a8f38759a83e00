// Which feeds a person or an organisation is followed by: entries of their `feeds` set,
// so they are merged, undone and shared like an e-mail address.

import type { CollectionName, RecordDoc, SetItem } from '../domain/record.ts';
import type { Network } from './sources.ts';

/** How closely one person may be followed. */
export const mostFeeds = 12;

export type Subscription = {
  owner: string;
  collection: Extract<CollectionName, 'people' | 'groups'>;
  /** The entry's id in the record; stays when the feed moves. */
  item: string;
  url: string;
  network: Network;
  title: string;
  isOn: boolean;
};

export function subscriptionsOf(doc: RecordDoc): Subscription[] {
  const collection = doc.kind === 'person' ? 'people' : 'groups';
  const isListened = doc.status === 'live' && doc.fields[listeningField] !== 'off';
  return (doc.sets['feeds'] ?? []).map(({ id, value, label, more }, at) => ({
    owner: doc.id,
    collection,
    item: id,
    url: value,
    network: (label ?? 'web') as Network,
    title: more?.['title'] ?? '',
    isOn: isListened && more?.['on'] !== 'no' && at < mostFeeds,
  }));
}

/** A field of the person: `off` where nobody is to listen to them for now. */
export const listeningField = 'listening';

export const feedItem = (
  feed: { url: string; network: Network; title: string },
  id?: string,
): Omit<SetItem, 'id'> & { id?: string } => ({
  ...(id === undefined ? {} : { id }),
  value: feed.url,
  label: feed.network,
  more: { title: feed.title },
});

/** Of the record that says how it stands with a feed. */
export const feedStateId = (owner: string, item: string, hash: (text: string) => string): string =>
  `feed-${hash(`${owner} ${item}`)}`;
