// Feeds in the shapes that real servers write, made here from templates: the same bytes
// on every run, and no network.

import {
  atom03,
  atomBase,
  atomPrefixed,
  atomXhtml,
  jsonFeed10,
  jsonFeed11,
} from './corpus-atom.ts';
import { blogger, drupal, hugo, jekyll, squarespace, wordpress } from './corpus-blogs.ts';
import { brokenFeeds } from './corpus-broken.ts';
import { bytesOf, type Encoding } from './corpus-bytes.ts';
import { githubReleases, githubUser, gitlab } from './corpus-code.ts';
import { discourse, hackerNews, reddit, stackOverflow } from './corpus-forums.ts';
import { flickr, peertube, podcast, vimeo, youtube } from './corpus-media.ts';
import { oddFeeds } from './corpus-odd.ts';
import { channelAuthor20, handmade20, netscape091, rdf10, rss091, rss092 } from './corpus-rss.ts';
import { bluesky, lemmy, type Made, mastodon, pixelfed, tumblr } from './corpus-social.ts';
import { type Language, type Site, siteOf } from './corpus-words.ts';
import { devTo, ghost, medium, substack } from './corpus-writers.ts';

export type CorpusFeed = {
  name: string;
  url: string;
  contentType: string;
  bytes: Uint8Array;
  /** What the bytes say, for readers that know no encodings. */
  text: string;
};

type Builder = (site: Site) => Made;

/** Big servers: UTF-8 always. */
const hosted: { [name: string]: Builder } = {
  mastodon,
  pixelfed,
  bluesky,
  lemmy,
  reddit,
  tumblr,
  hackerNews,
  stackOverflow,
  discourse,
  ghost,
  substack,
  medium,
  blogger,
  squarespace,
  devTo,
  youtube,
  vimeo,
  flickr,
  peertube,
  githubUser,
  githubReleases,
  gitlab,
  jsonFeed10,
  jsonFeed11,
};

/** Servers of one's own: any encoding. */
const own: { [name: string]: Builder } = {
  wordpress,
  hugo,
  jekyll,
  drupal,
  podcast,
  rdf10,
  netscape091,
  rss091,
  rss092,
  handmade20,
  channelAuthor20,
  atomXhtml,
  atomBase,
  atomPrefixed,
  atom03,
};

type Variation = [language: Language, posts: number, encoding: Encoding];

const everywhere: Variation[] = [
  ['en', 10, 'utf-8'],
  ['de', 15, 'utf-8'],
  ['ar', 1, 'utf-8-bom'],
  ['he', 10, 'utf-8'],
  ['zh', 50, 'utf-8'],
  ['ja', 15, 'utf-8'],
  ['hi', 0, 'utf-8'],
];
const encoded: Variation[] = [
  ['de', 10, 'iso-8859-1'],
  ['de', 15, 'windows-1252'],
  ['hi', 10, 'utf-16le'],
];
/** One for each builder in turn. */
const regional: Variation[] = [
  ['ja', 10, 'shift_jis'],
  ['zh', 10, 'gbk'],
  ['ru', 10, 'windows-1251'],
  ['he', 10, 'windows-1255'],
  ['ar', 10, 'windows-1256'],
];

function feedOf(name: string, made: Made, encoding: Encoding, isDeclared: boolean): CorpusFeed {
  const { url } = made;
  const bare = made.contentType.replace(/;.*/, '');
  if (encoding === 'utf-8' || encoding === 'utf-8-bom')
    return { ...made, name, bytes: bytesOf(made.text, encoding) };
  // A server says it or the file does.
  const label = encoding === 'utf-16le' ? 'UTF-16' : encoding.toUpperCase();
  const text = made.text.replace(
    /^<\?xml[^>]*\?>/,
    isDeclared ? `<?xml version="1.0" encoding="${label}"?>` : '<?xml version="1.0"?>',
  );
  const contentType = isDeclared ? bare : `${bare}; charset=${label}`;
  return { name, url, contentType, text, bytes: bytesOf(text, encoding) };
}

export function feedCorpus(): CorpusFeed[] {
  const feeds: CorpusFeed[] = [];
  const add = (builderName: string, builder: Builder, variation: Variation, turn: number): void => {
    const [language, posts, encoding] = variation;
    const site = siteOf(language, posts, `${builderName.toLowerCase()}-${language}.example`, turn);
    const name = `${builderName} ${language} ${posts} ${encoding}`;
    feeds.push(feedOf(name, builder(site), encoding, turn % 2 === 0));
  };
  for (const [name, builder] of Object.entries(hosted))
    everywhere.forEach((variation, turn) => add(name, builder, variation, turn));
  Object.entries(own).forEach(([name, builder], at) => {
    const regionals = regional.slice(at % regional.length).slice(0, 1);
    [...everywhere, ...encoded, ...regionals].forEach((variation, turn) =>
      add(name, builder, variation, turn + at),
    );
  });
  for (const [name, make] of Object.entries(oddFeeds))
    feeds.push(feedOf(`odd: ${name}`, make(), 'utf-8', true));
  for (const [name, make] of Object.entries(brokenFeeds))
    feeds.push(feedOf(`broken: ${name}`, make(), 'utf-8', true));
  return [...feeds, ...liars()];
}

/** What the file says of its bytes is not so. */
function liars(): CorpusFeed[] {
  const made = wordpress(siteOf('de', 10, 'liar.example', 1));
  const western = made.text.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');
  return [
    {
      ...made,
      name: 'liar: Windows-1252 that says UTF-8',
      bytes: bytesOf(made.text, 'windows-1252'),
    },
    {
      ...made,
      name: 'liar: UTF-8 that says ISO-8859-1',
      contentType: 'text/xml; charset=ISO-8859-1',
      text: western,
      bytes: bytesOf(western, 'utf-8'),
    },
  ];
}
