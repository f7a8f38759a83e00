// Drives an import the way the host does, over the store in memory.
import { readFileSync } from 'node:fs';

import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import { type ImportSession, openImport } from '../../../src-shared/transfer/import/open-import.ts';
import type {
  ImportOptions,
  ImportPreview,
  ImportReport,
} from '../../../src-shared/transfer/import-types.ts';

export const yieldNow = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
export const hash = (text: string): string =>
  Array.from(text)
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
    .toString(16);

let made = 0;
/** Ids grow, as those of uuid v7 do. */
export const importContext = (): CommandContext => ({
  now: () => 1_700_000_000_000,
  newId: () => `0190a000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`,
  userName: 'alice',
  device: 'laptop',
  yjsClientId: 4711,
  hash,
});

export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url)));

export const sessionOf = (
  content: string | Uint8Array,
  name = 'people.csv',
  mostKept?: number,
): ImportSession =>
  openImport(
    { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content },
    { yieldNow, hash, ...(mostKept === undefined ? {} : { mostKept }) },
  );

export type Imported = {
  session: ImportSession;
  preview: ImportPreview;
  report: ImportReport;
  store: RecordStore;
};

/** Plans and applies; a failure throws its code. */
export async function importFile(
  content: string | Uint8Array,
  options: ImportOptions & { name?: string; store?: RecordStore; mostKept?: number } = {},
): Promise<Imported> {
  const { name, store = createMemoryRecordStore(), mostKept, ...rest } = options;
  const session = sessionOf(content, name, mostKept);
  const preview = await session.plan(rest, store);
  if (!preview.ok) throw new Error(preview.error.code);
  const report = await session.apply(store, importContext());
  if (!report.ok) throw new Error(report.error.code);
  return { session, preview: preview.value, report: report.value, store };
}

export async function allOf(
  store: RecordStore,
  collection: 'people' | 'groups' | 'ties',
): Promise<RecordDoc[]> {
  const docs: RecordDoc[] = [];
  for await (const batch of store.scan(collection, { status: 'live' })) docs.push(...batch);
  return docs;
}

export const valuesOf = (doc: RecordDoc | undefined, set: string): string[] =>
  (doc?.sets[set] ?? []).map((item) => `${item.label ?? ''}=${item.value}`);
