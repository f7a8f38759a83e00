// One edit, from the window's request over the Port to the commit.

import { createHostClient } from '../../src-shared/bridge/client.ts';
import { createMemoryPorts } from '../../src-shared/bridge/memory-port.ts';
import { openHost } from '../../src-main/host/host.ts';
import { percentile, report } from './report.ts';
import { importPeople, newFolder, openBenchBook } from './support/book.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const dir = newFolder();
const book = await openBenchBook(dir);
await importPeople(book, size);
const ids: string[] = [];
for await (const docs of book.store.scan('people')) {
  ids.push(...docs.map((doc) => doc.id));
  if (ids.length > 500) break;
}
await book.keeper.close();
const host = await openHost({ profileDir: dir, shell: 'browser', onBug: console.error });
if (!host.ok) throw new Error(host.error.code);
const [ours, theirs] = createMemoryPorts();
host.value.attach(theirs);
const client = createHostClient(ours);
const samples: number[] = [];
for (const [at, id] of ids.slice(0, 400).entries()) {
  const change = {
    type: 'field' as const,
    ref: { collection: 'people' as const, id },
    field: 'nickname',
    value: `Nick ${at}`,
  };
  const started = performance.now();
  const done = await client.request('command.run', {
    command: { type: 'edit', changes: [change] },
  });
  samples.push(performance.now() - started);
  if (!done.ok) throw new Error(done.error.code);
}
report({ name: 'one edit, p95', size, value: percentile(samples, 0.95), unit: 'ms', mark: 20 });
await host.value.close();
process.exit(0);
