// A file attached to a person or a group: an entry of their `files` set. The entry travels
// with the record; the bytes stay where they are until somebody asks for them.

import type { SetItem } from './record.ts';

/** 25 MiB: what most mail servers carry. */
export const longestAttachment = 25 * 1024 * 1024;

/** Finds the records that a file is attached to. `hash`: SHA-256 of its bytes, 64 hex digits. */
export const fileKey = (hash: string): string => `file:${hash}`;

export const isFileHash = (text: string): boolean => /^[\da-f]{64}$/.test(text);

/** `value` is the hash, `label` the name, `more.size` in bytes. */
export const attachmentItem = (hash: string, name: string, size: number): Omit<SetItem, 'id'> => ({
  value: hash,
  label: name.slice(0, 200),
  more: { size: String(size) },
});
