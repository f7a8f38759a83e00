// Runs an export and gives it as text, as rows by header, and its dry run.
import Papa from 'papaparse';

import type { Result } from '../../../src-shared/domain/result.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { checkExport } from '../../../src-shared/transfer/export/check-export.ts';
import { writeExport } from '../../../src-shared/transfer/export/write-export.ts';
import type { ExportCheck, ExportRequest } from '../../../src-shared/transfer/export-types.ts';

const env = { yieldNow: () => Promise.resolve() };

export type Row = { [header: string]: string };

export function must<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail ?? {})}`);
  return result.value;
}

export async function exportBytes(
  store: RecordStore,
  request: ExportRequest,
): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of must(await writeExport(store, request, env)).chunks) chunks.push(chunk);
  return chunks;
}

/** The byte order mark is kept. */
export async function exportText(
  store: RecordStore,
  format: string,
  more: Partial<ExportRequest> = {},
): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const chunks = await exportBytes(store, { format, scope: { type: 'all' }, ...more });
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

/** Read by another CSV library than ours. */
export async function exportRows(
  store: RecordStore,
  format: string,
  more: Partial<ExportRequest> = {},
): Promise<Row[]> {
  const text = await exportText(store, format, more);
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  return data;
}

export const checked = async (
  store: RecordStore,
  format: string,
  more: Partial<ExportRequest> = {},
): Promise<ExportCheck> =>
  must(await checkExport(store, { format, scope: { type: 'all' }, ...more }, env));
