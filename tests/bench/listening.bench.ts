// The feed reader: a large feed is read, many feeds are looked at under a window that is
// in use, and streams and search in a book that has very many posts.

import { measureReading } from './support/feed-reading.ts';
import { measureRefresh } from './support/feed-refresh.ts';
import { measureStreams } from './support/post-streams.ts';

const posts = Number(process.env['BENCH_SIZE'] ?? 200_000);

measureReading();
await measureRefresh(500);
await measureStreams(posts / 100, 100);
process.exit(0);
