// One edit, from the window's command over the Port to the answer that it is committed,
// against one bare durable transaction that writes the same rows, full text and logs.

import { join } from 'node:path';

import { percentile, report } from './report.ts';
import { openBareCopy } from './support/bare-writes.ts';
import { makeBook } from './support/book.ts';
import { nickname, openHostOn } from './support/host-on-book.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const edits = 400;
const { dir, ids } = await makeBook(size);
const bare = openBareCopy(join(dir, 'rapport.sqlite'));
const host = await openHostOn(dir);
const samples: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
for (let edit = 0; edit < edits; edit++) {
  samples.ours.push(await host.edit([nickname(ids[edit % ids.length] ?? '', `Nick ${edit}`)]));
  samples.peer.push(bare.catchUp().ms);
}
report({
  name: 'one edit, command to committed, p95',
  size,
  value: percentile(samples.ours, 0.95),
  unit: 'ms',
  peer: 'a bare durable transaction that writes the same rows, full text and logs',
  peerValue: percentile(samples.peer, 0.95),
  mark: 3,
});
bare.close();
await host.close();
process.exit(0);
