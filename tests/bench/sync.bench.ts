// A newcomer receives a whole team's people over WebRTC, until they are sorted,
// searchable and on disk, against the local import of the same rows and against one Y.Doc;
// and how soon an edit in one window is seen in the other's, against an edit of a bare Y.Doc.

import { rmSync } from 'node:fs';

import { goTo } from '../support/window/browser.ts';
import { inTurns, median, percentile, report } from './report.ts';
import { importPeople, openBenchBook } from './support/book.ts';
import { timeSeenEdit } from './support/seen-edits.ts';
import { openTwoLaptops, type TwoLaptops } from './support/two-laptops.ts';
import { receiveByYdoc, withYdocField } from './support/ydoc-peer.ts';

const sizes = (process.env['BENCH_SIZE'] ?? '10000,100000').split(',').map(Number);
const rounds = 3;
const edits = 80;
for (const size of sizes) await measureHandOver(size);
process.exit(0);

async function measureHandOver(size: number): Promise<void> {
  const samples = { ours: [] as number[], import: [] as number[], ydoc: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const book = await openBenchBook();
    samples.import.push(await importPeople(book, size));
    const rows: unknown[] = [];
    const counts: Record<string, number> = {};
    for (const collection of ['people', 'groups', 'ties'] as const) {
      for await (const docs of book.store.scan(collection)) rows.push(...docs);
      counts[collection] = await book.store.count(collection);
    }
    await book.keeper.close();
    const two = await openTwoLaptops(book.dir);
    samples.ours.push(await two.handOver(counts));
    if (size === Math.min(...sizes) && round === rounds - 1) await measureEdits(two, size);
    await two.close();
    samples.ydoc.push(await receiveByYdoc(rows));
    rmSync(book.dir, { recursive: true, force: true });
  }
  const value = median(samples.ours);
  report({
    name: 'a newcomer receives everything, against the local import',
    size,
    value,
    unit: 'ms',
    peer: 'import of the same rows on this machine',
    peerValue: median(samples.import),
    mark: 1.3,
  });
  report({
    name: 'a newcomer receives everything, against one Y.Doc',
    size,
    value,
    unit: 'ms',
    peer: 'one Y.Doc over framed y-webrtc with y-indexeddb, sorted, in MiniSearch',
    peerValue: median(samples.ydoc),
    mark: 2,
    atLeast: true,
  });
}

async function measureEdits({ a, b }: TwoLaptops, size: number): Promise<void> {
  for (const page of [a, b]) {
    await goTo(page, 'People');
    await page.getByRole('row').nth(3).click();
    await page.getByRole('button', { name: 'Add to Name' }).waitFor();
  }
  const samples = await withYdocField((bareA, bareB) =>
    inTurns(
      edits,
      (edit) => timeSeenEdit(a, b, `Name ${edit}`),
      (edit) => timeSeenEdit(bareA, bareB, `Name ${edit}`),
    ),
  );
  for (const [share, mark] of [
    [0.5, 3],
    [0.95, 4],
  ] as const)
    report({
      name: `an edit is seen in the other window, p${share * 100}`,
      size,
      value: percentile(samples.ours, share),
      unit: 'ms',
      peer: 'an edit of a bare Y.Doc between two pages over the same Peer, no store',
      peerValue: percentile(samples.peer, share),
      mark,
    });
}
