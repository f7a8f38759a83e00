// What a feed says, whatever format it came in: plain values, nothing that a browser
// could run or fetch.

/** A run of words with one look. `href` is http, https or mailto. */
export type Run = { text: string; href?: string; look?: 'strong' | 'em' | 'code' };

/** One paragraph, heading, list entry, quotation or listing. */
export type Block = { kind: 'p' | 'h' | 'li' | 'quote' | 'pre'; runs: Run[] };

/** A picture that the text showed, or sound and film that came with it. Never fetched unasked. */
export type Media = { url: string; alt: string; kind: 'picture' | 'audio' | 'video' };

export type FeedItem = {
  /** The feed's own name for the item; '' where it gives none. */
  guid: string;
  /** Absolute http(s) address of the item; '' where it gives none. */
  link: string;
  /** Plain text, at most 500 characters; '' where the format has none (a toot). */
  title: string;
  author: string;
  /** ms since 1970; undefined where it gives no date that can be read. */
  published?: number;
  updated?: number;
  text: Block[];
  media: Media[];
};

/** Nobody reads further back, and a feed of years is read as fast as one of weeks. */
export const mostItems = 200;
/** Read before the newest are chosen: some feeds begin with the oldest. */
export const mostRead = 5_000;

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json';

export type ParsedFeed = {
  format: FeedFormat;
  title: string;
  /** The page the feed belongs to, absolute; '' where it gives none. */
  home: string;
  description: string;
  author: string;
  /** BCP 47, as the feed writes it; '' where it does not. */
  language: string;
  /** The least time between two looks that the feed asks for, in ms. */
  askedInterval?: number;
  items: FeedItem[];
  /** Items that were read and are not among the newest 200; at most 4,800, however many there are. */
  leftOut: number;
};
