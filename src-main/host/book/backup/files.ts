// Small steps with files that must survive a power cut: sync a file, sync the folder
// that names it, move one into place.

import {
  closeSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** SQLite's companions of a database file. */
export const companions = ['-wal', '-shm', '-journal'] as const;

/** Of a large file this takes a while, in which other work goes on. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A small file; durable but for its name when this returns. */
export function writeSynced(path: string, content: string | Uint8Array): void {
  const handle = openSync(path, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A file from its parts; only its owner reads it. */
export function putPieces(path: string, pieces: readonly Uint8Array[]): void {
  const handle = openSync(path, 'w', 0o600);
  try {
    for (const piece of pieces) writeFileSync(handle, piece);
  } finally {
    closeSync(handle);
  }
}

/**
 * Overwrites a file and removes it. What a disk keeps of overwritten blocks by itself cannot be
 * reached from here. One that is cut off meanwhile leaves `.wiping` behind: see `isLeftOfWiping`.
 */
export function wipeFile(from: string): void {
  const path = `${from}${wiping}`;
  renameSync(from, path);
  const zeros = Buffer.alloc(1024 * 1024);
  const { size } = statSync(path);
  const handle = openSync(path, 'r+');
  try {
    for (let at = 0; at < size; at += zeros.length)
      writeSync(handle, zeros, 0, Math.min(zeros.length, size - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(path);
}
const wiping = '.wiping';
export const isLeftOfWiping = (name: string): boolean => name.endsWith(wiping);

/** Windows cannot sync a folder and does not need it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Fewer where the file ends, none before its beginning. */
export function readAt(handle: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(from < 0 ? 0 : length);
  return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, Math.max(0, from)));
}

/** Renames within one file system; the new name is durable when this returns. */
export function moveIntoPlace(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}
