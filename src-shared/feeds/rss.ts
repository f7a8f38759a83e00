// RSS 0.9-2.0 (rssboard.org/rss-specification) and RDF (RSS 1.0), with the modules that
// real feeds use: content, dc, dcterms, media, itunes, sy, atom.

import type { MediaNs, RdfFeed, RssFeed } from 'feedsmith';

import type { Media } from './feed.ts';
import { askedInterval, firstOf, mediaOf, type RawFeed, type RawWords } from './raw-feed.ts';

type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;

export function readRss(feed: RssFeed.Feed<string>): RawFeed {
  const author = firstOf(
    feed.itunes?.author,
    feed.dc?.creators?.[0],
    feed.managingEditor?.name,
    feed.managingEditor?.email,
  );
  return {
    format: 'rss',
    base: feed.xml?.base,
    title: firstOf(feed.title, feed.dc?.titles?.[0]),
    home: feed.link ?? feed.atom?.links?.find(({ rel }) => rel === 'alternate')?.href,
    description: firstOf(feed.description, feed.itunes?.summary),
    author,
    language: firstOf(feed.language, feed.dc?.languages?.[0]),
    askedInterval: askedInterval(feed.ttl, feed.sy),
    items: (feed.items ?? []).map((item) => ({
      published: firstOf(
        item.pubDate,
        item.dc?.dates?.[0],
        item.dcterms?.issued?.[0],
        item.dcterms?.created?.[0],
        item.atom?.published,
      ),
      updated: firstOf(item.atom?.updated, item.dcterms?.modified?.[0]),
      read: () => readRssItem(item, author),
    })),
  };
}

function readRssItem(item: RssItem, feedAuthor: string | undefined): RawWords {
  const guid = item.guid?.value;
  // One that says it is none is taken only where there is no other address: it mostly opens.
  const isWeb = /^https?:\/\/\S+$/i.test(guid?.trim() ?? '');
  const permalink = item.guid?.isPermaLink === false && !isWeb ? undefined : guid;
  const groups = mediaGroups(item.media);
  const described = groups.map(({ description }) => description?.value);
  return {
    base: item.xml?.base,
    guid,
    link: firstOf(
      item.link,
      item.atom?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
      permalink,
    ),
    title: firstOf(item.title, item.dc?.titles?.[0], item.itunes?.title, item.media?.title?.value),
    author: firstOf(
      item.dc?.creators?.join(', '),
      item.authors?.map((author) => author.name ?? author.email ?? '').join(', '),
      item.itunes?.author,
      item.atom?.authors?.[0]?.name,
      groups.flatMap(({ credits }) => credits ?? [])[0]?.value,
      feedAuthor,
    ),
    html: longer(item.content?.encoded, item.description),
    summary: firstOf(
      item.itunes?.summary,
      item.itunes?.subtitle,
      item.dc?.descriptions?.[0],
      ...described,
    ),
    media: [
      ...(item.enclosures ?? []).flatMap(({ url, type }) => mediaOf(url, type)),
      ...mediaIn(item.media),
    ],
  };
}

/** The whole text where there is one; both are often given. */
function longer(encoded: string | undefined, description: string | undefined): string | undefined {
  const whole = firstOf(encoded);
  const short = firstOf(description);
  if (whole === undefined || short === undefined) return whole ?? short;
  return whole.length >= short.length ? whole : short;
}

export function readRdf(feed: RdfFeed.Feed<string>): RawFeed {
  const author = firstOf(feed.dc?.creators?.[0], feed.dc?.publishers?.[0]);
  return {
    format: 'rdf',
    base: feed.xml?.base,
    title: firstOf(feed.title, feed.dc?.titles?.[0]),
    home: feed.link,
    description: feed.description,
    author,
    language: feed.dc?.languages?.[0],
    askedInterval: askedInterval(undefined, feed.sy),
    items: (feed.items ?? []).map((item) => ({
      published: firstOf(
        item.dc?.dates?.[0],
        item.dcterms?.issued?.[0],
        item.dcterms?.created?.[0],
      ),
      updated: item.dcterms?.modified?.[0],
      read: () => readRdfItem(item, feed.dc?.creators?.[0]),
    })),
  };
}

function readRdfItem(item: RdfItem, feedAuthor: string | undefined): RawWords {
  return {
    base: item.xml?.base,
    guid: firstOf(item.rdf?.about, item.dc?.identifiers?.[0]),
    link: firstOf(item.link, item.rdf?.about),
    title: firstOf(item.title, item.dc?.titles?.[0]),
    author: firstOf(item.dc?.creators?.join(', '), feedAuthor),
    html: longer(item.content?.encoded, item.description),
    summary: item.dc?.descriptions?.[0],
    media: mediaIn(item.media),
  };
}

type Grouped = Pick<MediaNs.ItemOrFeed, 'description' | 'credits' | 'contents' | 'thumbnails'>;

const mediaGroups = (media: MediaNs.ItemOrFeed | undefined): Grouped[] =>
  media === undefined ? [] : [media, ...(media.groups ?? [])];

/** media:content and, where there is none that is a picture, the thumbnail (Media RSS 1.5.1). */
export function mediaIn(media: MediaNs.ItemOrFeed | undefined): Media[] {
  const groups = mediaGroups(media);
  const alt = groups
    .map(({ description }) => description?.value)
    .find((text) => text !== undefined);
  const contents = groups
    .flatMap(({ contents: list }) => list ?? [])
    .flatMap((one) =>
      mediaOf(one.url, one.type ?? mimeOf(one.medium), one.description?.value ?? alt ?? ''),
    );
  if (contents.some(({ kind }) => kind === 'picture')) return contents;
  const thumbnails = groups.flatMap(({ thumbnails: list }) => list ?? []);
  return [...contents, ...thumbnails.slice(0, 1).flatMap(({ url }) => mediaOf(url, 'image/jpeg'))];
}

const mimeOf = (medium: string | undefined): string | undefined =>
  medium === undefined ? undefined : `${medium}/*`;
