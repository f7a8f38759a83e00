// A feed after its format is understood and before its words are made safe.

import type { FeedFormat, Media } from './feed.ts';

/** By its dates an item is chosen; the rest is read only of those that are. */
export type RawItem = {
  published?: string | undefined;
  updated?: string | undefined;
  read: () => RawWords;
};

export type RawWords = {
  base?: string | undefined;
  guid?: string | undefined;
  link?: string | undefined;
  title?: string | undefined;
  /** The title is text, whatever looks like HTML in it. */
  isTitlePlain?: boolean;
  author?: string | undefined;
  html?: string | undefined;
  summary?: string | undefined;
  media: Media[];
};

export type RawFeed = {
  format: FeedFormat;
  base?: string | undefined;
  title?: string | undefined;
  home?: string | undefined;
  description?: string | undefined;
  author?: string | undefined;
  language?: string | undefined;
  askedInterval?: number | undefined;
  items: RawItem[];
};

export function mediaKind(type: string | undefined, url: string): Media['kind'] | undefined {
  const said = /^(image|audio|video)\//.exec(type ?? '')?.[1];
  if (said === 'image') return 'picture';
  if (said !== undefined) return said as 'audio' | 'video';
  if (/\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)/i.test(url)) return 'picture';
  if (/\.(?:mp3|m4a|ogg|opus|wav)(?:\?|$)/i.test(url)) return 'audio';
  return /\.(?:mp4|webm|mov|m4v)(?:\?|$)/i.test(url) ? 'video' : undefined;
}

export function mediaOf(url: string | undefined, type: string | undefined, alt = ''): Media[] {
  if (url === undefined || url === '') return [];
  const kind = mediaKind(type, url);
  return kind === undefined ? [] : [{ url, alt, kind }];
}

/** The first that says anything. */
export const firstOf = (...texts: (string | undefined)[]): string | undefined =>
  texts.find((text) => text !== undefined && text.trim() !== '');

const periods: { [period: string]: number } = {
  hourly: 1,
  daily: 24,
  weekly: 7 * 24,
  monthly: 30 * 24,
  yearly: 365 * 24,
};
const hour = 60 * 60 * 1000;

/** RSS 2.0's ttl is in minutes; RSS 1.0's syndication module counts updates in a period. */
export function askedInterval(
  ttl: number | undefined,
  sy: { updatePeriod?: string; updateFrequency?: number } | undefined,
): number | undefined {
  const period = periods[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  const often = Math.max(1, sy?.updateFrequency ?? 1);
  const asked = [
    ...(ttl !== undefined && ttl > 0 ? [ttl * 60_000] : []),
    ...(period === undefined ? [] : [(period * hour) / often]),
  ];
  return asked.length === 0 ? undefined : Math.max(...asked);
}
