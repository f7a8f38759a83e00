// How long a large feed takes to read, against feedsmith alone on the same text.

import { parseFeed as parseBare } from 'feedsmith';

import { parseFeed } from '../../../src-shared/feeds/parse-feed.ts';
import { percentile, report } from '../report.ts';
import { blogFeed } from './blog-feed.ts';

const posts = 1_500;
const rounds = 21;

/** Ours reads bytes: encoding, dates, addresses and safe words are part of it. */
export function measureReading(): void {
  const { text, type: contentType } = blogFeed('large.example', {
    posts,
    paragraphs: 9,
    turn: 0,
    newest: Date.now(),
    gap: 60 * 60 * 1000,
  });
  const bytes = new TextEncoder().encode(text);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    // In turns, so that a machine that slows down slows both.
    ours.push(
      timed(() => {
        const read = parseFeed(bytes, { url: 'https://large.example/feed/', contentType });
        if (!read.ok || read.value.items.length === 0) throw new Error('it was not read');
      }),
    );
    bare.push(timed(() => parseBare(text)));
  }
  report({
    name: `reading a feed of ${(bytes.length / 1e6).toFixed(1)} MB, median of ${rounds}`,
    size: posts,
    value: percentile(ours, 0.5),
    unit: 'ms',
    peer: 'feedsmith alone on the decoded text',
    peerValue: percentile(bare, 0.5),
    mark: 1.3,
  });
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
