// What other feed readers find in a feed, brought to one shape.

import { parseFeed as parseRowan } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import RssParser from 'rss-parser';

import type { CorpusFeed } from './corpus.ts';

export type FoundItem = {
  guid: string;
  link: string;
  title: string;
  /** ms since 1970. */
  dates: number[];
  authors: string[];
  /** HTML or plain, the fullest that the reader has. */
  text: string;
};

/** Throws for what it takes for no feed. */
type Reader = (feed: CorpusFeed) => Promise<FoundItem[]>;

/** Elements with attributes come as objects from some: only text counts. */
const said = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const listed = (...values: unknown[]): string[] => values.map(said).filter((text) => text !== '');

const msOf = (...values: unknown[]): number[] =>
  values
    .map((value) =>
      value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : NaN,
    )
    .filter((ms) => !Number.isNaN(ms));

async function feedparser(feed: CorpusFeed): Promise<FoundItem[]> {
  const reader = new FeedParser({ feedurl: feed.url });
  reader.end(feed.text);
  const found: FoundItem[] = [];
  for await (const item of reader)
    found.push({
      guid: said(item.guid),
      link: said(item.link),
      title: said(item.title),
      dates: msOf(item.pubdate, item.date),
      authors: listed(item.author),
      text: said(item.description) || said(item.summary),
    });
  return found;
}

async function rssParser(feed: CorpusFeed): Promise<FoundItem[]> {
  const { items } = await new RssParser().parseString(feed.text);
  return items.map((item: { [key: string]: unknown }) => ({
    guid: said(item['guid']) || said(item['id']),
    link: said(item['link']),
    title: said(item['title']),
    dates: msOf(item['isoDate']),
    authors: listed(item['creator'] ?? item['author']),
    text: said(item['content:encoded']) || said(item['content']) || said(item['summary']),
  }));
}

async function rowan(feed: CorpusFeed): Promise<FoundItem[]> {
  return parseRowan(feed.text).items.map((item) => ({
    guid: said(item.id),
    link: said(item.url),
    title: said(item.title),
    dates: msOf(item.published, item.updated),
    authors: item.authors.map(({ name, email, url }) => said(name ?? email ?? url)),
    text: said(item.content) || said(item.description),
  }));
}

type JsonPerson = { name?: string };
type JsonItem = {
  id: string | number;
  url?: string;
  title?: string;
  author?: JsonPerson;
  authors?: JsonPerson[];
  date_published?: string;
  date_modified?: string;
  content_html?: string;
  content_text?: string;
};

/** The three above read no JSON Feed; it is plain enough to be read by hand. */
async function json(feed: CorpusFeed): Promise<FoundItem[]> {
  const { items } = JSON.parse(feed.text) as { items: JsonItem[] };
  return items.map((item) => ({
    guid: String(item.id),
    link: item.url ?? '',
    title: item.title ?? '',
    dates: msOf(item.date_published, item.date_modified),
    authors: [item.author, ...(item.authors ?? [])].flatMap((person) => person?.name ?? []),
    text: item.content_html ?? item.content_text ?? '',
  }));
}

export const feedReaders: { [name: string]: Reader } = {
  feedparser,
  'rss-parser': rssParser,
  '@rowanmanning/feed-parser': rowan,
  'JSON.parse': json,
};
