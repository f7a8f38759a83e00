// Whatever another reader finds in a feed of the corpus, ours finds too.
import { describe, expect, test } from 'vitest';

import type { FeedItem, ParsedFeed } from '../../../src-shared/feeds/feed.ts';
import { parseFeed } from '../../../src-shared/feeds/parse-feed.ts';
import { type CorpusFeed, feedCorpus } from '../../support/feeds/corpus.ts';
import { feedReaders, type FoundItem } from '../../support/feeds/corpus-readers.ts';

type Part = 'title' | 'link' | 'date' | 'author' | 'text';
type Miss = {
  reader: string;
  feed: string;
  item: number;
  part: Part | 'item';
  theirs: string;
  ours: string;
};

type Exception = {
  reader: RegExp;
  feed: RegExp;
  part: Miss['part'];
  theirs?: RegExp;
  /** Why the other reader is plainly wrong. */
  because: string;
};

const exceptions: Exception[] = [
  {
    reader: /^feedparser$/,
    feed: /^rss091 /,
    part: 'author',
    theirs: /^webmaster@/,
    because: 'a webMaster looks after the server and wrote nothing',
  },
  {
    reader: /^rss-parser$/,
    feed: /^atomXhtml |^broken: HTML not escaped in description$/,
    part: 'text',
    because: 'it puts the words of inline elements after those round them',
  },
  {
    reader: /^rss-parser$/,
    feed: /^atomBase /,
    part: 'link',
    because: 'it leaves addresses relative and knows no xml:base',
  },
  {
    reader: /./,
    feed: /^odd: dates that are none$/,
    part: 'date',
    theirs: /^1970-01-01T00:00:00/,
    because: 'the first second of 1970 is what servers write for no date',
  },
  {
    reader: /^feedparser$/,
    feed: /^broken: atom: a link to other formats first$/,
    part: 'link',
    because: 'it takes the last alternate, which is JSON; the page is HTML',
  },
];

const isFor = ({ reader, feed, part, theirs }: Exception, miss: Miss): boolean =>
  reader.test(miss.reader) &&
  feed.test(miss.feed) &&
  part === miss.part &&
  (theirs?.test(miss.theirs) ?? true);

// ---- both sides in one spelling

const named: { [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  copy: '©',
  eacute: 'é',
};

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      return String.fromCodePoint(
        decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal),
      );
    },
  );

const untagged = (text: string): string =>
  text
    .replace(/<!--.*?-->/gs, '')
    .replace(/<(script|style|iframe|svg|object|textarea)\b.*?<\/\1>/gis, '')
    .replace(/<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi, '');

/** Words alone: readers disagree about how often entities are to be read, so they are read to the end. */
function folded(text: string): string {
  let words = text;
  for (let round = 0; round < 3; round += 1) words = decoded(untagged(words));
  return words
    .normalize()
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .toLowerCase();
}

/** "a@b (Ada)", "Ada <a@b>" and "a@b" are Ada, Ada and a@b. */
function personOf(text: string): string {
  const name = text.replace(/<?[^\s<>()]+@[^\s<>()]+>?/g, '').replace(/^\s*\((.*)\)\s*$/s, '$1');
  return folded(name.trim() === '' ? text : name);
}

const addressOf = (link: string, base: string): string =>
  URL.canParse(link.trim(), base) ? new URL(link.trim(), base).href : link.trim();

const textOf = ({ title, text }: FeedItem): string =>
  folded([title, ...text.flatMap(({ runs }) => runs.map((run) => run.text))].join(' '));

// ---- the comparison

function ourItem(
  ours: ParsedFeed,
  theirs: FoundItem,
  at: number,
  base: string,
): FeedItem | undefined {
  const link = addressOf(theirs.link, base);
  return (
    ours.items.find(({ guid }) => guid !== '' && guid === theirs.guid) ??
    ours.items.find((item) => theirs.link !== '' && item.link === link) ??
    ours.items[at]
  );
}

const hasDate = ({ published, updated }: FeedItem, ms: number): boolean =>
  published === ms || updated === ms;

type Check = { part: Part; theirs: string; ours: string; isFound: boolean };

/** One check for everything that the other reader found in an item. */
function checksOf(theirs: FoundItem, ours: FeedItem, base: string): Check[] {
  const title = folded(theirs.title);
  const link = addressOf(theirs.link, base);
  const text = folded(theirs.text).slice(0, 200);
  const ourTitle = folded(ours.title);
  const ourText = textOf(ours);
  const checks: Check[] = [
    {
      part: 'title',
      theirs: title,
      ours: ourTitle,
      isFound: ourTitle.startsWith(title.slice(0, 400)),
    },
    {
      part: 'link',
      theirs: theirs.link === '' ? '' : link,
      ours: ours.link,
      isFound: ours.link === link,
    },
    ...Array.from(new Set(theirs.dates), (ms): Check => ({
      part: 'date',
      theirs: new Date(ms).toISOString(),
      ours: [ours.published, ours.updated]
        .map((one) => (one === undefined ? '' : new Date(one).toISOString()))
        .join(' '),
      isFound: hasDate(ours, ms),
    })),
    ...theirs.authors.map((author): Check => ({
      part: 'author',
      theirs: author,
      ours: ours.author,
      isFound: personOf(ours.author).includes(personOf(author)),
    })),
    { part: 'text', theirs: text, ours: ourText.slice(0, 300), isFound: ourText.includes(text) },
  ];
  return checks.filter((check) => check.theirs !== '');
}

type Row = { feeds: number; items: number } & Record<Part, number>;
const newRow = (): Row => ({ feeds: 0, items: 0, title: 0, link: 0, date: 0, author: 0, text: 0 });

async function read(reader: string, feed: CorpusFeed): Promise<FoundItem[] | undefined> {
  try {
    return await feedReaders[reader]?.(feed);
  } catch {
    return undefined;
  }
}

function compare(
  reader: string,
  feed: CorpusFeed,
  theirs: FoundItem[],
  ours: ParsedFeed | undefined,
  row: Row,
): Miss[] {
  row.feeds += 1;
  row.items += theirs.length;
  return theirs.flatMap((item, at) => {
    const mine = ours && ourItem(ours, item, at, feed.url);
    if (mine === undefined)
      return [{ reader, feed: feed.name, item: at, part: 'item', theirs: item.title, ours: '' }];
    const checks = checksOf(item, mine, feed.url);
    for (const { part } of checks) row[part] += 1;
    return checks
      .filter(({ isFound }) => !isFound)
      .map(({ part, theirs: them, ours: us }): Miss => ({
        reader,
        feed: feed.name,
        item: at,
        part,
        theirs: them,
        ours: us,
      }));
  });
}

function count(ours: ParsedFeed, row: Row): void {
  row.feeds += 1;
  row.items += ours.items.length;
  for (const item of ours.items) {
    row.title += item.title === '' ? 0 : 1;
    row.link += item.link === '' ? 0 : 1;
    row.date += new Set([item.published, item.updated].filter((ms) => ms !== undefined)).size;
    row.author += item.author === '' ? 0 : 1;
    row.text += item.text.length === 0 ? 0 : 1;
  }
}

describe('a corpus of feeds', () => {
  const corpus = feedCorpus();

  test('has feeds enough, each once, the same on every run', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(200);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    expect(feedCorpus()).toEqual(corpus);
  });

  test('is read by us as well as by any other', async () => {
    const rows: { [reader: string]: Row } = { ours: newRow() };
    const misses: Miss[] = [];
    for (const feed of corpus) {
      const parsed = parseFeed(feed.bytes, feed);
      const ours = parsed.ok ? parsed.value : undefined;
      if (ours !== undefined) count(ours, (rows['ours'] ??= newRow()));
      for (const reader of Object.keys(feedReaders)) {
        const theirs = await read(reader, feed);
        if (theirs !== undefined)
          misses.push(...compare(reader, feed, theirs, ours, (rows[reader] ??= newRow())));
      }
    }
    console.log(tableOf(rows));
    // A comparison with readers that read nothing would say nothing.
    expect(rows['feedparser']?.feeds).toBeGreaterThan(200);
    expect(rows['rss-parser']?.feeds).toBeGreaterThan(200);
    expect(rows['@rowanmanning/feed-parser']?.feeds).toBeGreaterThan(200);
    expect(rows['JSON.parse']?.feeds).toBeGreaterThan(10);
    const isExcepted = (miss: Miss): boolean => exceptions.some((one) => isFor(one, miss));
    expect(summaryOf(misses.filter((miss) => !isExcepted(miss)))).toEqual([]);
    // An exception that nothing needs any more goes.
    expect(exceptions.filter((one) => !misses.some((miss) => isFor(one, miss)))).toEqual([]);
  });
});

function tableOf(rows: { [reader: string]: Row }): string {
  const parts = ['feeds', 'items', 'title', 'link', 'date', 'author', 'text'] as const;
  const line = (name: string, cells: string[]): string =>
    name.padEnd(28) + cells.map((cell) => cell.padStart(8)).join('');
  return [
    line('found by', [...parts]),
    ...Object.entries(rows).map(([name, row]) =>
      line(
        name,
        parts.map((part) => String(row[part])),
      ),
    ),
  ].join('\n');
}

/** One line for each kind of miss, with its first example. */
function summaryOf(misses: Miss[]): string[] {
  const kinds = Map.groupBy(misses, ({ reader, part, feed }) =>
    [reader, part, feed.includes(':') ? feed : feed.split(' ')[0]].join(' | '),
  );
  return Array.from(kinds, ([kind, list]) => {
    const [first] = list;
    const example = `${first?.feed} #${first?.item}: "${first?.theirs.slice(0, 200)}" ours "${first?.ours.slice(0, 300)}"`;
    return `${kind} (${list.length}): ${example}`;
  });
}
