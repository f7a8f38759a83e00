// Atom (RFC 4287), with media for YouTube and thr for replies.

import type { AtomFeed } from 'feedsmith';

import { askedInterval, firstOf, mediaOf, type RawFeed, type RawWords } from './raw-feed.ts';
import { mediaIn } from './rss.ts';

type Entry = AtomFeed.Entry<string>;
type Link = AtomFeed.Link<string>;

export function readAtom(feed: AtomFeed.Feed<string>): RawFeed {
  const author = namesOf(feed.authors);
  return {
    format: 'atom',
    base: feed.xml?.base,
    title: htmlOf(feed.title),
    home: pageOf(feed.links),
    description: htmlOf(feed.subtitle),
    author,
    language: firstOf(feed.xml?.lang, feed.dc?.languages?.[0]),
    askedInterval: askedInterval(undefined, feed.sy),
    items: (feed.entries ?? []).map((entry) => ({
      published: firstOf(entry.published, entry.dcterms?.issued?.[0], entry.dc?.dates?.[0]),
      updated: entry.updated,
      read: () => readEntry(entry, author),
    })),
  };
}

function readEntry(entry: Entry, feedAuthor: string | undefined): RawWords {
  const media = mediaIn(entry.media);
  const described = [entry.media, ...(entry.media?.groups ?? [])].map(
    (group) => group?.description?.value,
  );
  return {
    base: firstOf(entry.content?.xml?.base, entry.xml?.base),
    guid: entry.id,
    link: firstOf(
      pageOf(entry.links),
      entry.content?.src,
      permalink(entry.id),
      entry.links?.find(({ rel }) => rel === 'self')?.href,
    ),
    title: firstOf(htmlOf(entry.title), entry.media?.title?.value),
    author: firstOf(
      namesOf(entry.authors),
      entry.dc?.creators?.join(', '),
      namesOf(entry.source?.authors),
      feedAuthor,
    ),
    html: firstOf(htmlOf(entry.content)),
    summary: firstOf(htmlOf(entry.summary), ...described),
    media: [
      ...(entry.links ?? [])
        .filter(({ rel }) => rel === 'enclosure')
        .flatMap(({ href, type, title }) => mediaOf(href, type, title)),
      ...media,
    ],
  };
}

/** Text constructs that are no HTML are made into it, so that one reader reads all. */
function htmlOf(text: { value?: string; type?: string } | undefined): string | undefined {
  if (text?.value === undefined) return undefined;
  const isHtml =
    text.type === 'html' || text.type === 'xhtml' || /\b(?:ht|xht)ml\b/.test(text.type ?? '');
  return isHtml ? text.value : text.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function pageOf(links: Link[] | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  const page = pages.find(({ type }) => type === undefined || /html/.test(type)) ?? pages[0];
  return page?.href;
}

const permalink = (id: string | undefined): string | undefined =>
  id !== undefined && /^https?:\/\//i.test(id) ? id : undefined;

const namesOf = (people: { name?: string; email?: string }[] | undefined): string | undefined =>
  firstOf(people?.map(({ name, email }) => name ?? email ?? '').join(', '));
