// A bulk edit of ten thousand people as the window asks for it: how long the look at it takes,
// and doing it, undoing it and doing it again against the bare writes of the same rows, keys,
// full text and logs.

import { join } from 'node:path';

import type { BulkEdit } from '../../src-shared/records/intents/bulk-edit.ts';
import { median, report } from './report.ts';
import { openBareCopy } from './support/bare-writes.ts';
import { makeBook } from './support/book.ts';
import { openHostOn } from './support/host-on-book.ts';
import { startMeasuring, type Used } from './support/used.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 10_000);
const rounds = 3;

const { dir, ids } = await makeBook(size);
const bare = openBareCopy(join(dir, 'rapport.sqlite'));
const host = await openHostOn(dir);

const looks: number[] = [];
type Samples = { ours: Used[]; peer: Used[] };
const newSamples = (): Samples => ({ ours: [], peer: [] });
const samples = { fill: newSamples(), edit: newSamples(), undo: newSamples(), redo: newSamples() };
const peer = 'the bare writes of the same rows, keys, full text and logs';

for (let round = 0; round < rounds; round++) {
  // The first edit fills the field in, which is another path than writing over what is there.
  await doIt(samples.fill, setTo('pronouns', `they ${round}`));
  await turn(samples.undo, 'undo');
  await turn(samples.redo, 'redo');
  await doIt(samples.edit, setTo('pronouns', `she ${round}`));
  await turn(samples.undo, 'undo');
  await turn(samples.undo, 'undo');
}
const one = `of ${size} people`;
report({ name: `a look at a bulk edit ${one}`, size, value: median(looks), unit: 'ms' });
say(`a bulk edit ${one} of an empty field`, samples.fill);
say(`a bulk edit ${one} over what is there`, samples.edit);
say('its undo', samples.undo);
say('doing it again', samples.redo);
bare.close();
await host.close();
process.exit(0);

function setTo(field: string, value: string): BulkEdit {
  return { type: 'set', field, value, isOnlyEmpty: false };
}

async function doIt(into: Samples, edit: BulkEdit): Promise<void> {
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
  looks.push(performance.now() - began);
  const measured = startMeasuring();
  const done = await host.client.request('bulk.run', { bulk });
  if (!done.ok || done.value.count !== size) throw new Error('not everybody was changed');
  into.ours.push(measured());
  await host.client.request('bulk.close', { bulk });
  into.peer.push(bare.catchUp());
}

async function turn(into: Samples, type: 'undo' | 'redo'): Promise<void> {
  const measured = startMeasuring();
  const done = await host.client.request('command.run', { command: { type } });
  if (!done.ok || done.value.count !== size) throw new Error('not all of it was turned');
  into.ours.push(measured());
  into.peer.push(bare.catchUp());
}

function say(name: string, { ours, peer: theirs }: Samples): void {
  for (const [of, unit] of [
    ['ms', 'ms'],
    ['cpu', 'ms of processor time'],
  ] as const)
    report({
      name: `${name}, asked to committed, median of ${ours.length}`,
      size,
      value: median(ours.map((used) => used[of])),
      unit,
      peer,
      peerValue: median(theirs.map((used) => used[of])),
      ...(of === 'ms' ? { mark: 2 } : {}),
    });
}
