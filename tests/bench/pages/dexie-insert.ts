// The peer page: the bare insert of ready documents by RxDB on its free Dexie storage.

import { openRows, type Row } from '../support/dexie-rows.ts';

/** Fetches the rows, inserts them 1,000 at a time and answers with the insert's milliseconds. */
async function insertAll(): Promise<number> {
  const rows: Row[] = await (await fetch('/rows.json')).json();
  const { collection } = await openRows();
  const started = performance.now();
  for (let at = 0; at < rows.length; at += 1_000) {
    await collection.bulkInsert(rows.slice(at, at + 1_000));
  }
  return performance.now() - started;
}

Object.assign(window, { insertAll, isReady: true });
