// Any feed to plain values. feedsmith reads the formats (RSS 0.9-2.0, RDF, Atom, JSON
// Feed) and their extensions; here the many places where a format may say the same
// thing become one.

import { parseFeed as parseAny } from 'feedsmith';

import { fail, ok, type Result } from '../domain/result.ts';
import { webAddress } from './address.ts';
import { readAtom } from './atom.ts';
import { decodeFeed } from './decode-feed.ts';
import { type FeedItem, mostItems, mostRead, type ParsedFeed } from './feed.ts';
import { readJson } from './json-feed.ts';
import { type RawFeed, type RawItem } from './raw-feed.ts';
import { repairXml } from './repair-xml.ts';
import { readRdf, readRss } from './rss.ts';
import { richTextOf, wordsOf } from './rich-text.ts';
import { feedDate } from './feed-date.ts';
import { oneLine } from './safe-words.ts';

const longestTitle = 500;

export type FeedSource = { url: string; contentType?: string };

/** Fails with feed-empty or not-a-feed. `source.url` is what relative links are meant from. */
export function parseFeed(bytes: Uint8Array, source: FeedSource): Result<ParsedFeed> {
  const text = decodeFeed(bytes, source.contentType);
  if (!text.ok) return text;
  // Read strictly first: most feeds keep the rules, and the repair costs time.
  const raw =
    readAny(text.value) ?? (looksLikeFeed(text.value) ? readAny(repairXml(text.value)) : undefined);
  if (raw === undefined) return fail('not-a-feed');
  const base = webAddress(raw.base, source.url) || source.url;
  const home = webAddress(raw.home, base);
  const dated = raw.items.map((item) => ({ item, at: feedDate(item.published ?? item.updated) }));
  // Stable: without dates the feed's own order stands.
  const newest = dated.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0)).slice(0, mostItems);
  return ok({
    format: raw.format,
    title: wordsOf(raw.title ?? '', longestTitle),
    home,
    description: wordsOf(raw.description ?? '', 2_000),
    author: wordsOf(raw.author ?? '', 200),
    language: languageOf(raw.language),
    ...(raw.askedInterval === undefined ? {} : { askedInterval: raw.askedInterval }),
    items: newest.map(({ item }) => readItem(item, base)),
    leftOut: Math.max(0, raw.items.length - mostItems),
  });
}

/** '' for what is no language tag at all. */
const languageOf = (tag = ''): string =>
  /^[a-z]{2,8}(?:[-_][a-z\d]{1,8}){0,4}$/i.test(tag.trim()) ? tag.trim().slice(0, 35) : '';

const looksLikeFeed = (text: string): boolean =>
  /<(?:rss|feed|rdf:RDF|\w+:feed)[\s>]/i.test(text.slice(0, 4_000));

function readAny(text: string): RawFeed | undefined {
  try {
    const parsed = parseAny(text, { maxItems: mostRead });
    switch (parsed.format) {
      case 'rss':
        return readRss(parsed.feed);
      case 'rdf':
        return readRdf(parsed.feed);
      case 'atom':
        return readAtom(parsed.feed);
      case 'json':
        return readJson(parsed.feed);
    }
  } catch {
    // It throws for whatever is no feed; which of its errors it was helps nobody.
    return undefined;
  }
}

function readItem(
  { published: postedOn, updated: changedOn, read }: RawItem,
  feedBase: string,
): FeedItem {
  const raw = read();
  const base = webAddress(raw.base, feedBase) || feedBase;
  const link = webAddress(raw.link, base);
  const rich = richTextOf(raw.html ?? raw.summary ?? '', link || base);
  const media = raw.media
    .map((one) => ({ ...one, url: webAddress(one.url, base), alt: wordsOf(one.alt, 300) }))
    .filter(({ url }) => url !== '');
  const shown = new Set(rich.pictures.map(({ url }) => url));
  const updated = feedDate(changedOn);
  const published = feedDate(postedOn) ?? updated;
  return {
    guid: oneLine(raw.guid ?? '', 2_000),
    link,
    title:
      raw.isTitlePlain === true
        ? oneLine(raw.title ?? '', longestTitle)
        : wordsOf(raw.title ?? '', longestTitle),
    author: wordsOf(raw.author ?? '', 200),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    text: rich.blocks,
    media: [...rich.pictures, ...media.filter(({ url }) => !shown.has(url))].slice(0, 20),
  };
}
