// Attachments: their bytes live in a table of their own, the documents hold stubs.

import type { BulkWriteRow, CategorizeBulkWriteRowsOutput } from 'rxdb';

import type { CollectionTable } from './collection-table.ts';
import type { Connection } from './connection.ts';
import type { Row } from './row-writer.ts';
import { toSortText } from './sort-text.ts';

type Plain = Record<string, unknown>;
type AttachmentChanges = Pick<
  CategorizeBulkWriteRowsOutput<Plain>,
  'attachmentsAdd' | 'attachmentsUpdate' | 'attachmentsRemove'
>;

/** A transaction must not wait for blobs, so they are read before it begins. */
export async function readBlobs(rows: BulkWriteRow<Plain>[]): Promise<Map<Blob, Uint8Array>> {
  const blobs = rows.flatMap(({ document }) =>
    Object.values(document._attachments).flatMap((item) => ('data' in item ? [item.data] : [])),
  );
  const read = blobs.map(async (blob) => [blob, new Uint8Array(await blob.arrayBuffer())] as const);
  return new Map(await Promise.all(read));
}

export function writeAttachments(
  connection: Connection,
  { attachments }: CollectionTable,
  changes: AttachmentChanges,
  rowById: ReadonlyMap<string, Row>,
  bytesByBlob: ReadonlyMap<Blob, Uint8Array>,
): void {
  const put = connection.prepare(`INSERT OR REPLACE INTO ${attachments} VALUES (?, ?, ?, ?, ?)`);
  const remove = connection.prepare(`DELETE FROM ${attachments} WHERE n = ? AND id = ?`);
  const numberOf = (id: string): number => rowById.get(id)?.n ?? 0;
  for (const item of [...changes.attachmentsAdd, ...changes.attachmentsUpdate]) {
    const { data, type } = item.attachmentData;
    const bytes = bytesByBlob.get(data) ?? new Uint8Array();
    put.run(numberOf(item.documentId), toSortText(item.attachmentId), item.digest, type, bytes);
  }
  for (const item of changes.attachmentsRemove) {
    remove.run(numberOf(item.documentId), toSortText(item.attachmentId));
  }
}

/** Throws when there is no such attachment. */
export function readAttachment(
  connection: Connection,
  { docs, attachments, layout }: CollectionTable,
  wanted: { id: string; attachment: string; digest: string },
): Blob {
  const row = !layout.hasAttachments
    ? undefined
    : connection
        .prepare(
          `SELECT type, data FROM ${attachments} WHERE n = (SELECT n FROM ${docs} WHERE id = ?) AND id = ? AND digest = ?`,
        )
        .get(toSortText(wanted.id), toSortText(wanted.attachment), wanted.digest);
  if (row === undefined) throw new Error(`attachment does not exist: ${wanted.attachment}`);
  return new Blob([row['data'] as Uint8Array<ArrayBuffer>], { type: String(row['type']) });
}
