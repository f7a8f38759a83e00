// What encryption costs: the same people into an encrypted and a plain book, in turns.

import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { newDataKey } from '../../src-main/host/keys/data-key.ts';
import { openDatabase } from '../../src-main/host/book/sqlite/open-database.ts';
import { createSqliteRecordStore } from '../../src-main/host/book/sqlite/record-store.ts';
import { ok } from '../../src-shared/domain/result.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { report } from './report.ts';
import { addPeople, newFolder, openBenchBook } from './support/book.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 20_000);
const edits = 1_000;
const rounds = 4;

const source = await openBenchBook();
await addPeople(source, size);
const docs: RecordDoc[] = [];
for await (const some of source.store.scan('people')) docs.push(...some);
await source.close();

type Times = { insert: number; scan: number; edit: number };

async function measure(isEncrypted: boolean): Promise<Times> {
  const dir = newFolder();
  const key = isEncrypted ? newDataKey() : undefined;
  const database = openDatabase(join(dir, 'rapport.sqlite'), { key });
  const store = await createSqliteRecordStore(database);
  const put = (some: RecordDoc[]) => store.write((tx) => ok(tx.put('people', some)));
  const times = {
    insert: await timed(() => put(docs)),
    scan: await timed(async () => {
      for await (const _ of store.scan('people'));
    }),
    edit: await timed(async () => {
      for (const doc of docs.slice(0, edits)) await put([{ ...doc, note: 'edited' }]);
    }),
  };
  await database.close();
  rmSync(dir, { recursive: true, force: true });
  return times;
}

/** Of the processor: the disk does the same for both, and others may use the machine meanwhile. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

await measure(false);
const encrypted: Times[] = [];
const plain: Times[] = [];
for (let round = 0; round < rounds; round += 1) {
  encrypted.push(await measure(true));
  plain.push(await measure(false));
}
for (const what of ['insert', 'scan', 'edit'] as const) {
  report({
    name: `encrypted book, ${what}`,
    size: what === 'edit' ? edits : size,
    value: Math.min(...encrypted.map((times) => times[what])),
    unit: 'ms of processor time',
    peer: 'the same book plain, in turns',
    peerValue: Math.min(...plain.map((times) => times[what])),
    mark: 1.1,
  });
}
process.exit(0);
