// Feeds that are longer than anybody reads.
import { expect, test } from 'vitest';

// The catalogue that the words are read from.
import '../../../src-main/say.ts';
import { countWords } from '../../../src-renderer/features/listening/feeds/feed-words.ts';
import { parseFeed } from '../../../src-shared/feeds/parse-feed.ts';
import { rss } from '../../support/feeds/server.ts';

/** As it stands in the preview. */
function wordsOf(items: number): string {
  const entries = Array.from({ length: items }, (_, at) => ({ title: `Item ${at}` }));
  const bytes = new TextEncoder().encode(rss('Ada', entries));
  const read = parseFeed(bytes, { url: 'https://ada.example/feed' });
  if (!read.ok) throw new Error(read.error.code);
  return countWords(read.value.items.length + read.value.leftOut, String);
}

test('what is said of a feed’s length is true of any length', () => {
  expect([0, 1, 200, 201, 4_999].map(wordsOf)).toEqual([
    '0 items',
    '1 item',
    '200 items',
    '201 items, of which the newest 200 come',
    '4999 items, of which the newest 200 come',
  ]);
  const many = '5000 items or more, of which the newest 200 come';
  expect([5_000, 9_000].map(wordsOf)).toEqual([many, many]);
});
