// Export of everybody to CSV.

import { writeExport } from '../../src-shared/transfer/export/write-export.ts';
import { report } from './report.ts';
import { importPeople, openBenchBook } from './support/book.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const book = await openBenchBook();
await importPeople(book, size);
const yieldNow = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
for (const profile of ['rapport-csv', 'salesforce-csv', 'google-csv'] as const) {
  const started = performance.now();
  const made = await writeExport(book.store, { profile, scope: { type: 'all' } }, { yieldNow });
  if (!made.ok) throw new Error(made.error.code);
  let bytes = 0;
  for await (const chunk of made.value.chunks) bytes += chunk.byteLength;
  if (made.value.rows() !== size || bytes === 0) throw new Error('the export is not whole');
  report({
    name: `export to ${profile}`,
    size,
    value: performance.now() - started,
    unit: 'ms',
    mark: 3_000,
  });
}
await book.close();
process.exit(0);
