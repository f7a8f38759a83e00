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
const mostDeep = 10;

/** Fails with file-not-recognised where it is no OPML, file-empty where it names no feed. */
export function readOpml(text: string): Result<OpmlFeed[]> {
  const outlines = parse(text);
  if (outlines === undefined) return fail('file-not-recognised');
  const feeds = new Map<string, OpmlFeed>();
  const walk = (list: readonly Outline[], folder: string, depth: number): void => {
    for (const outline of list) {
      const title = oneLine(outline.title ?? outline.text ?? '', 200);
      const url = webAddress(outline.xmlUrl);
      if (url !== '' && feeds.size < mostFeeds && !feeds.has(url))
        feeds.set(url, { url, title, folder });
      if (outline.outlines !== undefined && depth < mostDeep)
        walk(outline.outlines, title, depth + 1);
    }
  };
  walk(outlines, '', 0);
  return feeds.size === 0 ? fail('file-empty') : ok([...feeds.values()]);
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
