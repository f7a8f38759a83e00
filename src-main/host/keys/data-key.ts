// The key that a book, its backups and its attached files are encrypted with.

import { createHmac, randomBytes } from 'node:crypto';

/** `id` says which key it is and nothing of it. */
export type DataKey = { hex: string; id: string };

const keyBytes = 32;

export const newDataKey = (): DataKey => dataKeyOf(randomBytes(keyBytes));

export const dataKeyOf = (bytes: Uint8Array): DataKey => ({
  hex: Buffer.from(bytes).toString('hex'),
  id: createHmac('sha256', bytes).update('rapport data key').digest('hex').slice(0, 16),
});
