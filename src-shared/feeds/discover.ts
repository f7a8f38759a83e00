// Finds the feeds that a web page names (rel=alternate, WHATWG HTML 4.6.7.1), and what a
// YouTube page gives away about its channel. Reads the page as text; nothing in it runs.

import { Parser } from 'htmlparser2';

import { webAddress } from './address.ts';
import { parseInPieces } from './in-pieces.ts';
import { oneLine } from './safe-words.ts';

export type Discovered = { url: string; title: string };

const feedTypes =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|application\/xml|text\/xml)\b/i;
const most = 20;
const longestPage = 2_000_000;

/** Best first: comments and other side feeds come last. */
export function discoverFeeds(html: string, pageUrl: string): Discovered[] {
  let base = pageUrl;
  const found = new Map<string, Discovered>();
  const linked: Discovered[] = [];
  let depth = 0;
  const parser = new Parser({
    onclosetag() {
      depth -= 1;
    },
    onopentag(tag, attributes) {
      depth += 1;
      if (tag === 'base') base = webAddress(attributes['href'], pageUrl) || base;
      const rel = attributes['rel']?.toLowerCase().split(/\s+/) ?? [];
      const url = webAddress(attributes['href'], base);
      if (url === '') return;
      const title = oneLine(attributes['title'] ?? '', 200);
      const isNamed = tag === 'link' && (rel.includes('alternate') || rel.includes('feed'));
      if (isNamed && feedTypes.test(attributes['type'] ?? '')) found.set(url, { url, title });
      else if (
        tag === 'a' &&
        /\.(?:rss|atom|rdf)$|\/(?:feed|rss|atom)(?:\.xml|\.json)?\/?$/i.test(new URL(url).pathname)
      )
        linked.push({ url, title });
      const channel = /youtube\.com\/channel\/(UC[\w-]{22})/.exec(url)?.[1];
      if (tag === 'link' && rel.includes('canonical') && channel !== undefined) {
        const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`;
        found.set(feed, { url: feed, title });
      }
    },
  });
  parseInPieces(parser, html.slice(0, longestPage), () => depth);
  const all = found.size > 0 ? [...found.values()] : linked;
  return all.toSorted((a, b) => sideRank(a) - sideRank(b)).slice(0, most);
}

const sideRank = ({ url, title }: Discovered): number =>
  Number(/comment|kommentar|oembed|wp-json/i.test(`${url} ${title}`));

export const looksLikePage = (text: string): boolean =>
  /^\s*<(?:!doctype html|html|head|body)\b/i.test(
    // Taken out one by one: a pattern for "any number of comments" can take for ever.
    text.slice(0, 4_000).replace(/<!--[\s\S]*?-->/g, ''),
  );
