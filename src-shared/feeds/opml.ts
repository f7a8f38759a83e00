// Feed lists as other readers write and read them (OPML 2.0, opml.org/spec2.opml). A
// person is a folder that holds their feeds.

import { generateOpml, parseOpml } from 'feedsmith';

import type { OpmlFeed } from '../bridge/feed-types.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { webAddress } from './address.ts';
import { oneLine } from './safe-words.ts';

type Outline = {
  text?: string;
  title?: string;
  xmlUrl?: string;
  htmlUrl?: string;
  outlines?: Outline[];
};

const mostFeeds = 5_000;
/** As long as a list of so many feeds can be, with folders and addresses of every length. */
const longest = 5_000_000;
const mostTags = 30_000;
const longestTag = 50_000;

/**
 * Fails with file-not-recognised where it is no OPML, file-empty where it names no feed,
 * feed-list-too-large where it names more than anybody reads: none of it is left out unsaid.
 */
export function readOpml(text: string): Result<OpmlFeed[]> {
  const tooLarge = fail('feed-list-too-large', { limit: mostFeeds });
  if (isTooMuch(text)) return tooLarge;
  const outlines = parse(text);
  if (outlines === undefined) return fail('file-not-recognised');
  const feeds = new Map<string, OpmlFeed>();
  const open = outlines.map((outline) => ({ outline, folder: '' })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { outline, folder } = next;
    const title = oneLine(outline.title ?? outline.text ?? '', 200);
    const url = webAddress(outline.xmlUrl);
    if (url !== '' && !feeds.has(url)) feeds.set(url, { url, title, folder });
    for (const inner of (outline.outlines ?? []).toReversed())
      open.push({ outline: inner, folder: title });
  }
  if (feeds.size > mostFeeds) return tooLarge;
  return feeds.size === 0 ? fail('file-empty') : ok([...feeds.values()]);
}

/** Looked at before the parser, which takes seconds over tags and attributes without end. */
function isTooMuch(text: string): boolean {
  if (text.length > longest) return true;
  let tags = 0;
  let at = text.indexOf('<');
  while (at !== -1) {
    tags += 1;
    const next = text.indexOf('<', at + 1);
    if (tags > mostTags || (next === -1 ? text.length : next) - at > longestTag) return true;
    at = next;
  }
  return false;
}

function parse(text: string): readonly Outline[] | undefined {
  try {
    return (parseOpml(text) as { body?: { outlines?: Outline[] } }).body?.outlines ?? [];
  } catch {
    // It throws for whatever is no OPML.
    return undefined;
  }
}

export function writeOpml(
  people: readonly { name: string; feeds: { url: string; title: string }[] }[],
): string {
  return generateOpml({
    head: { title: 'Rapport' },
    body: {
      outlines: people.map(({ name, feeds }) => ({
        text: name,
        outlines: feeds.map(({ url, title }) => ({
          text: title || url,
          title: title || url,
          type: 'rss',
          xmlUrl: url,
        })),
      })),
    },
  });
}
