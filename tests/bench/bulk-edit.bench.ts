// A bulk edit of ten thousand people as the window asks for it: how long the look at it takes,
// and doing it against the bare writes of the same rows, keys, full text and undo log.

import { join } from 'node:path';

import type { BulkEdit } from '../../src-shared/records/intents/bulk-edit.ts';
import { median, report } from './report.ts';
import { openBareCopy } from './support/bare-writes.ts';
import { makeBook } from './support/book.ts';
import { openHostOn } from './support/host-on-book.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 10_000);
const rounds = 3;

const { dir, ids } = await makeBook(size);
const bare = openBareCopy(join(dir, 'rapport.sqlite'));
const host = await openHostOn(dir);

const looks: number[] = [];
const samples: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
for (let round = 0; round < rounds; round++) {
  // The first fills the field in, the others write over what is there.
  await doIt({ type: 'set', field: 'jobNote', value: `round ${round}`, isOnlyEmpty: false });
  samples.peer.push(bare.catchUp());
}
const one = `${size} people`;
report({ name: `a look at a bulk edit of ${one}`, size, value: median(looks), unit: 'ms' });
report({
  name: `a bulk edit of ${one}, asked to committed, median of ${rounds}`,
  size,
  value: median(samples.ours),
  unit: 'ms',
  peer: 'the bare writes of the same rows, keys, full text and undo log',
  peerValue: median(samples.peer),
  mark: 2,
});
bare.close();
await host.close();
process.exit(0);

async function doIt(edit: BulkEdit): Promise<void> {
  const opened = await host.client.request('bulk.open', {
    of: { collection: 'people', kind: 'person' },
    ids,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const { bulk } = opened.value;
  const began = performance.now();
  const asked = { bulk, edit, language: 'en', country: 'US' };
  const preview = await host.client.request('bulk.preview', asked);
  if (!preview.ok || preview.value.changes !== size) throw new Error('not everybody changes');
  const looked = performance.now();
  const done = await host.client.request('bulk.run', { bulk });
  if (!done.ok || done.value.count !== size) throw new Error('not everybody was changed');
  looks.push(looked - began);
  samples.ours.push(performance.now() - looked);
  await host.client.request('bulk.close', { bulk });
}
