// Export of everybody to each format, against reading the same rows with bare SQLite and
// JSON.parse and writing as many cells with papaparse.

import { join } from 'node:path';

import { writeExport } from '../../src-shared/transfer/export/write-export.ts';
import { report } from './report.ts';
import { importPeople, openBenchBook } from './support/book.ts';
import { readAndUnparse } from './support/unparse-peer.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const book = await openBenchBook();
await importPeople(book, size);
const yieldNow = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const formats: readonly string[] = [
  'rapport-csv',
  'salesforce-csv',
  'hubspot-csv',
  'zoho-csv',
  'pipedrive-csv',
  'outlook-csv',
  'google-csv',
  'vcard-4',
  'vcard-3',
];
for (const format of formats) {
  const started = performance.now();
  const made = await writeExport(book.store, { format, scope: { type: 'all' } }, { yieldNow });
  if (!made.ok) throw new Error(made.error.code);
  let bytes = 0;
  for await (const chunk of made.value.chunks) bytes += chunk.byteLength;
  if (made.value.rows() !== size || bytes === 0) throw new Error('the export is not whole');
  const value = performance.now() - started;
  report({
    name: `export to ${format}`,
    size,
    value,
    unit: 'ms',
    peer: 'the same rows read with SQLite and JSON.parse, written with papaparse',
    peerValue: readAndUnparse(join(book.dir, 'rapport.sqlite'), size),
    mark: 1.5,
  });
}
await book.close();
process.exit(0);
