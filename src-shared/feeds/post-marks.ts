// Marks by which an item of a feed is recognised: its link, the feed's own name for it,
// its words, its title and date.

import type { CommandContext } from '../records/context.ts';
import { canonicalLink } from './address.ts';
import type { FeedItem } from './feed.ts';
import { plainText } from './rich-text.ts';
import type { Subscription } from './subscription.ts';

/**
 * An item's marks among the items it came with, the surest first. At least one. Feeds
 * give items new names, new links or slightly new words each time they are asked; a mark
 * that stays is enough. What several items share (the home page, say) marks none of them.
 */
export function markerFor(
  items: readonly FeedItem[],
  { owner, item: feed }: Subscription,
  context: CommandContext,
): (item: FeedItem) => string[] {
  const links = countOf(items.map(({ link }) => canonicalLink(link)));
  const guids = countOf(items.map(({ guid }) => guid));
  const texts = countOf(items.map(wordsIn));
  const titles = countOf(items.map(titleIn));
  const hash = (text: string): string => context.hash(text);
  return (item) => {
    const link = canonicalLink(item.link);
    const hasLink = link !== '' && links.get(link) === 1;
    const hasGuid = item.guid !== '' && guids.get(item.guid) === 1;
    const words = wordsIn(item);
    const hasWords = (item.published !== undefined || !hasLink) && texts.get(words) === 1;
    const title = titleIn(item);
    return [
      ...(hasLink ? [`link:${hash(link)}`] : []),
      ...(hasGuid ? [`guid:${hash(`${owner} ${feed} ${item.guid}`)}`] : []),
      ...(hasWords || !(hasLink || hasGuid) ? [`words:${hash(`${owner} ${feed} ${words}`)}`] : []),
      ...(title !== '' && titles.get(title) === 1
        ? [`title:${hash(`${owner} ${feed} ${title}`)}`]
        : []),
    ];
  };
}

const wordsIn = ({ title, published, text }: FeedItem): string =>
  [title, published ?? '', plainText(text)].join('\n');

/** '' where it lacks one of the two: titles come back ("Links of the week"). */
const titleIn = ({ title, published }: FeedItem): string =>
  title === '' || published === undefined ? '' : `${title}\n${published}`;

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
