// Reads feeds and pages beside the host, so that what takes long or never ends holds up
// nothing else: the host ends this thread when its time is over.

import { parentPort } from 'node:worker_threads';

import { discoverFeeds, looksLikePage } from '../../../src-shared/feeds/discover.ts';
import { decodeFeed } from '../../../src-shared/feeds/decode-feed.ts';
import { parseFeed } from '../../../src-shared/feeds/parse-feed.ts';
import type { ReadAnswer, ReadQuestion } from './reader.ts';

parentPort?.on('message', (question: ReadQuestion & { id: number }) => {
  parentPort?.postMessage({ id: question.id, answer: read(question) });
});

function read({ bytes, url, contentType }: ReadQuestion): ReadAnswer {
  const feed = parseFeed(bytes, { url, contentType });
  if (feed.ok) return { type: 'feed', feed: feed.value };
  if (feed.error.code === 'feed-empty') return { type: 'empty' };
  const text = decodeFeed(bytes, contentType);
  const isPage = text.ok && (looksLikePage(text.value) || /html/i.test(contentType));
  return isPage ? { type: 'page', feeds: discoverFeeds(text.value, url) } : { type: 'neither' };
}
