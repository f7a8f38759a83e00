// A profile as earlier versions left it: its book plain, and no key.
import { mkdirSync } from 'node:fs';

import { openKeyring } from '../../../src-main/host/keys/keyring.ts';
import { bookBackups, bookOpening } from '../../../src-main/host/book/recovery/book.ts';
import { openOrRecover } from '../../../src-main/host/book/recovery/recovery.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { putAll } from './sample-records.ts';

/** With a backup of it, by name. */
export async function fillPlainProfile(dir: string, docs: readonly RecordDoc[]): Promise<string> {
  mkdirSync(dir, { recursive: true });
  const keys = openKeyring(dir);
  const opening = { ...bookOpening(dir, keys), keys: undefined };
  const opened = await openOrRecover(opening);
  if (!opened.ok || opened.value.state !== 'open') throw new Error(JSON.stringify(opened));
  await putAll(await createSqliteRecordStore(opened.value.book), docs);
  await opening.close(opened.value.book);
  const again = await openOrRecover(opening);
  if (!again.ok || again.value.state !== 'open') throw new Error(JSON.stringify(again));
  const made = await bookBackups(dir, keys).make();
  if (!made.ok) throw new Error(made.error.code);
  await opening.close(again.value.book);
  return made.value.name;
}
