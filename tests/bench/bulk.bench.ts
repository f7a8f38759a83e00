// A tag on everybody at once, against the bare writes of the same rows, keys, full text and
// logs; and how long other people's edits wait meanwhile.

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Change } from '../../src-shared/records/command.ts';
import { median, report } from './report.ts';
import { openBareCopy } from './support/bare-writes.ts';
import { makeBook } from './support/book.ts';
import { nickname, openHostOn } from './support/host-on-book.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const rounds = 2;
const betweenEditsMs = 200;

const { dir, ids } = await makeBook(size + 1);
const [other = '', ...everybody] = ids;
const bare = openBareCopy(join(dir, 'rapport.sqlite'));
const host = await openHostOn(dir);
const waited: number[] = [];
const samples: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
for (let round = 0; round < rounds; round++) {
  samples.ours.push(await tagEverybody(`round ${round}`));
  samples.peer.push(bare.catchUp().ms);
}
report({
  name: `a tag on everybody, command to committed, median of ${rounds}`,
  size,
  value: median(samples.ours),
  unit: 'ms',
  peer: 'the bare writes of the same rows, keys, full text and logs',
  peerValue: median(samples.peer),
  mark: 2,
});
report({
  name: `the longest of ${waited.length} other edits meanwhile`,
  size,
  value: Math.max(...waited),
  unit: 'ms',
  mark: 100,
});
bare.close();
await host.close();
process.exit(0);

async function tagEverybody(value: string): Promise<number> {
  const tagging = host.edit(
    everybody.map((id): Change => ({
      type: 'set-put',
      ref: { collection: 'people', id },
      set: 'tags',
      item: { value },
    })),
  );
  let isDone = false;
  const done = tagging.finally(() => (isDone = true));
  for (let edit = 0; !isDone; edit++) {
    waited.push(await host.edit([nickname(other, `${value} ${edit}`)]));
    await wait(betweenEditsMs);
  }
  return done;
}
